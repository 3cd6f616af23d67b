import type { CaseRun } from "../model.ts";
import { listed } from "./listed.ts";
import type { SuiteRule } from "./material.ts";

/** `suite-leak-count-zero`: a leak in an answer whose case is not red, since it was tried again or proves nothing. */
export const leakCount: SuiteRule = ({ run, outcomes }) => {
  const found = run.cases.filter((one) => outcomes.get(one.id) !== "failed" && leaks(one).length > 0);
  if (found.length === 0) return undefined;
  return {
    message: `there are leaks in answers that count for nothing: ${listed(found.flatMap(leaks))}`,
    cases: found.map(({ id }) => id),
  };
};

function leaks({ attempts }: CaseRun): ReadonlyArray<string> {
  const checks = attempts.flatMap((attempt) => attempt.checks);
  return checks.flatMap(({ rule = "", level, passed }) =>
    !passed && level === "error" && rule.startsWith("leak-") ? [rule] : [],
  );
}
