import type { CheckRun, Outcome, Run, Summary } from "./model.ts";
import { outcomes } from "./outcome.ts";

/** Counts the cases by outcome, the requests, and the checks of the last attempts; those of an errored attempt say nothing and do not count. */
export function summarize(run: Run): Summary {
  const became = [...outcomes(run.cases).values()];
  const counts = countOutcomes(became.map((outcome) => ({ outcome })));
  const attempts = run.cases.flatMap((each) => each.attempts);
  const answered = run.cases.flatMap((each) => each.attempts.slice(-1)).filter((each) => each.status !== "errored");
  return {
    cases: run.cases.length,
    ...counts,
    requests: attempts.filter((attempt) => attempt.request).length,
    checks: countChecks(answered.flatMap((attempt) => attempt.checks)),
  };
}

/** How many became what. */
export function countOutcomes(became: Iterable<{ readonly outcome: Outcome }>): Record<Outcome, number> {
  const counts = { passed: 0, failed: 0, flaky: 0, errored: 0, inconclusive: 0, skipped: 0, unproven: 0 };
  for (const { outcome } of became) counts[outcome]++;
  return counts;
}

function countChecks(checks: ReadonlyArray<CheckRun>): Summary["checks"] {
  const assertions = checks.filter((check) => check.level === "error");
  const passed = assertions.filter((check) => check.passed).length;
  return {
    passed,
    failed: assertions.length - passed,
    warned: checks.filter((check) => check.level === "warning" && !check.passed).length,
  };
}
