import type { Pointer } from "./placed.ts";

/** What a value has against a schema. */
export interface Violation {
  readonly keyword: string;
  /** Where in the value. */
  readonly at: Pointer;
  /** Without it the schema may yet allow the value: a format, a keyword that is not understood. */
  readonly isCertain: boolean;
}

/** Valid, invalid, or not to be said. */
export type Verdict = "valid" | "invalid" | "unknown";

/** What the violations come to. */
export function verdictOf(violations: ReadonlyArray<Violation>): Verdict {
  if (violations.some(({ isCertain }) => isCertain)) return "invalid";
  return violations.length === 0 ? "valid" : "unknown";
}
