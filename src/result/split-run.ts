import type { CaseRun, Run } from "./model.ts";

/** A run for each of the suites that ran together; they share its time. */
export function splitRun(run: Run): ReadonlyArray<Run> {
  const { suites, ...rest } = run;
  if (suites === undefined) return [rest];
  return suites.map((head) => {
    const { levels: _, alerts: __, isPartial: ___, ...shared } = rest;
    return { ...shared, ...head, cases: run.cases.filter((one) => suiteOf(one, run) === head.suite) };
  });
}

/** The suite that a case is of. */
export function suiteOf(one: CaseRun, { suite }: Pick<Run, "suite">): string {
  return one.suite ?? suite;
}
