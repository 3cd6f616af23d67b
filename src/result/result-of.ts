import { blames } from "./blame.ts";
import { groupBy } from "./group-by.ts";
import { matrix } from "./matrix.ts";
import { metricsOf } from "./metrics/metrics-of.ts";
import type { Run } from "./model.ts";
import { outcomes } from "./outcome.ts";
import type { CaseResult, Result, SuiteResult } from "./result.ts";
import { splitRun } from "./split-run.ts";
import { suiteFindings } from "./suite/suite-findings.ts";
import { summarize } from "./summary.ts";

/** A run as its reporters draw it. */
export function resultOf(run: Run): Result {
  return {
    startedAt: run.startedAt,
    durationMs: run.durationMs,
    suites: splitRun(run).map(suiteResultOf),
    summary: summarize(run),
    metrics: metricsOf(run),
    environments: [{ environment: run.environment, metrics: metricsOf(run) }],
    alerts: [],
    broken: run.broken === undefined ? [] : [run.broken],
  };
}

function suiteResultOf(run: Run): SuiteResult {
  const { format: _, version: __, cases: ___, suites: ____, ...head } = run;
  const became = outcomes(run.cases);
  const blamed = blames(run.cases);
  const cases = run.cases.map((one): CaseResult => {
    const outcome = became.get(one.id) ?? "errored";
    const because = outcome === "inconclusive" ? blamed.get(one.id) : undefined;
    return { ...one, outcome, ...(because !== undefined && { because }) };
  });
  const byId = new Map(cases.map((one) => [one.id, one]));
  const byEndpoint = groupBy(run.cases, ({ endpoint }) => endpoint);
  return {
    ...head,
    cases,
    outline: cases,
    wholeCases: (ids) => [...ids].flatMap((id) => byId.get(id) ?? []),
    summary: summarize(run),
    matrix: matrix(run),
    findings: suiteFindings(run),
    metrics: metricsOf(run),
    endpoints: [...byEndpoint].map(([endpoint, own]) => ({ endpoint, metrics: metricsOf({ ...run, cases: own }) })),
    slowest: slowestOf(run),
  };
}

function slowestOf({ cases }: Run): SuiteResult["slowest"] {
  const timed = cases.flatMap(({ id, title, attempts }) => {
    const timeMs = attempts.at(-1)?.response?.timeMs;
    return timeMs === undefined ? [] : [{ id, title, timeMs }];
  });
  return timed.toSorted((a, b) => b.timeMs - a.timeMs).slice(0, 10);
}
