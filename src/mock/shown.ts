import type { Exchange } from "./exchange.ts";
import { outcomeOf } from "./outcome.ts";
import type { Refusal } from "./refusal.ts";
import { isAboutCredentials, type Shown } from "./when.ts";
import { publicMessage } from "./wording.ts";

/** A `when` that leads to an error is that error: before authentication where it is about credentials, after it elsewhere. */
export function refuseShown(
  shown: Shown | undefined,
  exchange: Exchange,
  { isBefore }: { isBefore: boolean },
): Refusal | undefined {
  if (!shown || isTaken(shown) || isAboutCredentials(shown.change, exchange) !== isBefore) return undefined;
  return refusalOf(shown);
}

/** The error that a shown `when` leads to. */
export function refusalOf({ expectation, operation }: Shown): Refusal {
  const { code, response } = outcomeOf(expectation, operation.method);
  const { name } = expectation;
  const reason = name ?? "the request shows what the manifest says of this code";
  return { code, reason, message: publicMessage(code, name), response };
}

/** A `when` that does not lead to an error: the request is as valid as the happy one. */
export function isTaken(shown: Shown | undefined): boolean {
  return shown !== undefined && outcomeOf(shown.expectation, shown.operation.method).code < 400;
}
