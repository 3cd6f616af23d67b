import { isStatusRule } from "../../http/status-rule.ts";
import type { Attempt, CaseRun } from "../model.ts";

/** `400|422` -> `400`, `422`. */
export function patternsOf({ expected }: CaseRun): ReadonlyArray<string> {
  return expected.flatMap((text) => text.split("|")).map((pattern) => pattern.trim().toLowerCase());
}

/** Whether the code is one of the patterns, or of a class among them. */
export function fits(code: number, patterns: Iterable<string>): boolean {
  const names = [String(code), `${Math.floor(code / 100)}xx`];
  for (const pattern of patterns) if (names.includes(pattern)) return true;
  return false;
}

/** Whether the code that came is one that the case asks for or takes as right. An outline is enough. */
export function isAsExpected(one: CaseRun, { status, checks }: Attempt, code: number): boolean {
  const patterns = patternsOf(one);
  const judged = checks.filter(({ rule }) => isStatusRule(rule));
  if (fits(code, patterns)) return true;
  // Some codes are right as well, and stand in no pattern: the check of the status knows them.
  if (status !== "errored" && judged.some(({ passed }) => passed)) return true;
  if (patterns.length > 0 && judged.length > 0) return false;
  // Where no code is declared, or the case looks at what comes later (where a redirect leads, what a job comes to), the
  // other checks took the answer as right or did not.
  return status === "passed";
}
