import type { Operation } from "./api.ts";
import { declares } from "./outcome.ts";

/** The declared code decides, those without a `when` first; where both are declared, or none, the policy does. */
export function refusalCode(
  operation: Operation,
  preferred: ReadonlyArray<number>,
  policy: string | undefined,
): number {
  const plain = preferred.filter((code) => declares(operation, code, { plain: true }));
  const [first] = plain;
  if (first !== undefined && plain.length === 1) return first;
  const any = preferred.find((code) => declares(operation, code));
  return (policy === undefined ? undefined : Number(policy)) ?? first ?? any ?? preferred[0] ?? 400;
}
