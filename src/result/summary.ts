import type { CaseRun, CheckRun, Outcome, Run, Summary } from "./model.ts";
import { outcomes } from "./outcome.ts";

/** Counts the cases by outcome, the requests, and the checks of the last attempts. */
export function summarize({ cases }: Pick<Run, "cases">): Summary {
  const became = [...outcomes(cases).values()];
  const checks = { passed: 0, failed: 0, warned: 0 };
  for (const one of cases) countChecks(checks, one);
  return {
    cases: cases.length,
    ...countOutcomes(became.map((outcome) => ({ outcome }))),
    requests: cases.reduce((sum, one) => sum + requestsOf(one), 0),
    checks,
  };
}

/** How often something was sent for the case. */
export function requestsOf({ attempts }: CaseRun): number {
  return attempts.filter(({ request }) => request !== undefined).length;
}

/** How many became what. */
export function countOutcomes(became: Iterable<{ readonly outcome: Outcome }>): Record<Outcome, number> {
  const counts = { passed: 0, failed: 0, flaky: 0, errored: 0, inconclusive: 0, skipped: 0, unproven: 0 };
  for (const { outcome } of became) counts[outcome]++;
  return counts;
}

/** Adds the checks of a case's last attempt; what an errored one checked says nothing. */
export function countChecks(counts: Record<keyof Summary["checks"], number>, { attempts }: CaseRun): void {
  const last = attempts.at(-1);
  if (last === undefined || last.status === "errored") return;
  for (const check of last.checks) {
    const verdict = verdictOf(check);
    if (verdict) counts[verdict] += 1;
  }
}

/** A warning that was not given is nothing. */
function verdictOf({ level, passed }: CheckRun): keyof Summary["checks"] | undefined {
  if (level === "error") return passed ? "passed" : "failed";
  return passed ? undefined : "warned";
}
