import type { CaseRun, CheckRun } from "../../../result/model.ts";

/** The checks of the last attempt that did not pass; what an errored one checked says nothing. */
export function lastFailed({ attempts }: Pick<CaseRun, "attempts">, level: CheckRun["level"]): ReadonlyArray<CheckRun> {
  const last = attempts.at(-1);
  if (!last || last.status === "errored") return [];
  return last.checks.filter((check) => !check.passed && check.level === level);
}

/** What a check is called by those who look for it: its rule, or its own words. */
export function nameOf({ rule, title }: CheckRun): string {
  return rule ?? title;
}
