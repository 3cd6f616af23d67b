import { isStatusRule } from "../../http/status-rule.ts";
import { fits, patternsOf } from "../metrics/expected-codes.ts";
import type { Attempt, CaseRun } from "../model.ts";

/** How often a code came, and how often without being asked for. */
export interface CodeTally {
  readonly responses: number;
  readonly codes: ReadonlyMap<number, { readonly all: number; readonly unexpected: number }>;
}

/** Counts responses by code, of cases without their passed checks: an outline is enough. */
export function tallyCodes(cases: ReadonlyArray<CaseRun>): CodeTally {
  const codes = new Map<number, { all: number; unexpected: number }>();
  let responses = 0;
  for (const one of cases) {
    for (const attempt of one.attempts) {
      const code = attempt.response?.status;
      if (code === undefined) continue;
      responses += 1;
      const count = codes.get(code) ?? { all: 0, unexpected: 0 };
      count.all += 1;
      if (!isExpected(one, attempt, code)) count.unexpected += 1;
      codes.set(code, count);
    }
  }
  return { responses, codes };
}

/** As the metrics see it; that the check of the status passed is known by its not being among the failed ones. */
function isExpected(one: CaseRun, { status, checks }: Attempt, code: number): boolean {
  const patterns = patternsOf(one);
  if (fits(code, patterns)) return true;
  if (patterns.length === 0) return status === "passed";
  return status !== "errored" && !checks.some(({ rule, passed }) => isStatusRule(rule) && !passed);
}
