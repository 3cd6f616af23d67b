import { isAsExpected } from "../metrics/expected-codes.ts";
import type { CaseRun } from "../model.ts";

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
      if (!isAsExpected(one, attempt, code)) count.unexpected += 1;
      codes.set(code, count);
    }
  }
  return { responses, codes };
}
