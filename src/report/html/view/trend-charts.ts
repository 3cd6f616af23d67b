import type { PastRun, TrendName } from "../../../result/history/model.ts";
import { trendValues } from "../../../result/history/past-suite.ts";
import type { SuiteResult } from "../../../result/result.ts";
import { type Chart, outcomes, type Series } from "./chart.ts";

/** A suite against the runs before it; nothing where there are none. */
export function trendCharts(suite: SuiteResult, index: number): ReadonlyArray<Chart> {
  const past = suite.history?.runs ?? [];
  if (past.length === 0) return [];
  const runs = [...past, presentRun(suite)];
  const labels = runs.map(({ startedAt }) => startedAt.slice(0, 16).replace("T", " "));
  const shared = { head: "run", labels, isSideways: false };
  return [
    {
      ...shared,
      id: `trend-outcomes-${index}`,
      kind: "bar",
      isStacked: true,
      unit: "cases",
      title: "What was not green, run by run",
      about: "the last is this run",
      series: outcomes
        .filter((name) => name !== "passed")
        .map((name) => ({ name, tone: name, values: runs.map(({ summary }) => summary[name]) }))
        .filter(({ values }) => values.some((value) => value > 0)),
    },
    {
      ...shared,
      id: `trend-shares-${index}`,
      kind: "line",
      isStacked: false,
      unit: "%",
      title: "Responses as expected, run by run",
      about: "the last is this run",
      series: [valuesOf(runs, "asExpected", "as expected", 100), valuesOf(runs, "successRate", "2xx", 100)],
    },
    {
      ...shared,
      id: `trend-latency-${index}`,
      kind: "line",
      isStacked: false,
      unit: "ms",
      title: "Latency, run by run",
      about: "of all responses; the last is this run",
      series: [valuesOf(runs, "p50", "p50", 1), valuesOf(runs, "p95", "p95", 1)],
    },
  ];
}

function valuesOf(runs: ReadonlyArray<PastRun>, key: TrendName, name: string, times: number): Series {
  const tones: Readonly<Record<string, string>> = { asExpected: "passed", successRate: "p50", p50: "p50", p95: "p95" };
  const values = runs.map((run) => run.values[key] ?? null);
  return {
    name,
    tone: tones[key] ?? "p50",
    values: values.map((value) => (value === null ? null : Math.round(value * times * 10) / 10)),
  };
}

function presentRun(suite: SuiteResult): PastRun {
  const { startedAt, summary } = suite;
  return { startedAt, summary, values: trendValues(suite) };
}
