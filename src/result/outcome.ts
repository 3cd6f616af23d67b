import { blames } from "./blame.ts";
import type { Attempt, CaseRun, Outcome } from "./model.ts";

/** Case id -> what became of it, for every case. */
export function outcomes(cases: ReadonlyArray<CaseRun>): ReadonlyMap<string, Outcome> {
  const blamed = blames(cases);
  const became = new Map<string, Outcome>();
  for (const one of cases) {
    const own = ownOutcome(one);
    became.set(one.id, blamed.has(one.id) && isAnswered(own) ? "inconclusive" : own);
  }
  return became;
}

/** What its own attempts say, whatever became of the cases that it needs. */
function ownOutcome(one: CaseRun): Outcome {
  const last = one.attempts.at(-1);
  if (!last) {
    if (one.unproven !== undefined) return "unproven";
    // No attempt and no reason: it never reported.
    return one.skipped !== undefined ? "skipped" : "errored";
  }
  if (last.status === "errored") return "errored";
  if (!hasPassed(last)) return "failed";
  return one.attempts.every(hasPassed) ? "passed" : "flaky";
}

function hasPassed(attempt: Attempt): boolean {
  return attempt.status === "passed" && attempt.checks.every((check) => check.passed || check.level === "warning");
}

/** Its checks speak, so they must not count when what they rest on did not succeed. */
function isAnswered(outcome: Outcome): boolean {
  return outcome === "passed" || outcome === "flaky" || outcome === "failed";
}
