import type { Result } from "../result.ts";
import { deviationsOf } from "./failures.ts";
import type { Baseline, BaselineResult, KnownDeviation } from "./model.ts";

/** Without what did not occur any more: a file that is there only shrinks. */
export function shrinkBaseline(known: Baseline["known"], { gone }: BaselineResult): Baseline["known"] {
  return known.filter((entry) => !gone.includes(entry));
}

/** All that fails now, for one reason and until one day: a first file. */
export function firstBaseline(
  result: Result,
  why: Pick<KnownDeviation, "reason" | "expires">,
): ReadonlyArray<KnownDeviation> {
  return deviationsOf(result).map((deviation) => ({ ...deviation, ...why }));
}

/** A day so many days after a result's; undefined: nobody knows when that was. */
export function dayAfter({ startedAt }: Pick<Result, "startedAt">, days: number): string | undefined {
  const date = new Date(startedAt);
  if (Number.isNaN(date.getTime())) return undefined;
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The text of the file, with a line for each key: a diff shows what has changed. */
export function encodeBaseline(known: Baseline["known"]): string {
  const entries = known.map(({ case: of, rule, reason, expires }) => ({ case: of, rule, reason, expires }));
  return `${JSON.stringify({ format: "newmanifest-baseline", version: 1, known: entries }, null, 2)}\n`;
}
