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
  if (isThrottled(one)) return "inconclusive";
  if (!hasPassed(last)) return "failed";
  // It was sent and answered, and nobody looked at the answer.
  if (last.checks.length === 0 && one.unproven !== undefined) return "unproven";
  // Our own haste is no sign of the server's.
  return one.attempts.every((attempt) => hasPassed(attempt) || attempt.response?.status === 429) ? "passed" : "flaky";
}

/** A 429 that nobody asked for tells how fast the run was, and nothing of the case (RFC 6585, 4). */
export function isThrottled({ attempts, expected }: CaseRun): boolean {
  const last = attempts.at(-1);
  // Whether a test of the user's own asked for it, nobody knows.
  if (expected.length === 0) return false;
  const isExpected = expected.some((code) => code === "429" || code === "4xx");
  // What asks whether a limit is over is about that very answer.
  const isAsked = last?.checks.some(({ rule, passed }) => !passed && rule?.startsWith("429-"));
  return last?.status === "failed" && last.response?.status === 429 && !isExpected && !isAsked;
}

function hasPassed(attempt: Attempt): boolean {
  return attempt.status === "passed" && attempt.checks.every((check) => check.passed || check.level === "warning");
}

/** Its checks speak, so they must not count when what they rest on did not succeed. */
function isAnswered(outcome: Outcome): boolean {
  return outcome === "passed" || outcome === "flaky" || outcome === "failed";
}
