import { statusLine } from "../../../http/statuses.ts";
import type { PastRun } from "../../../result/history/model.ts";
import type { Outcome } from "../../../result/model.ts";
import type { Result, SuiteResult } from "../../../result/result.ts";
import { duration, percentage } from "../../console/words.ts";

/** A chart and the table that says the same: a row for each label, a column for each series. */
export interface Chart {
  readonly id: string;
  readonly kind: "bar" | "line";
  readonly isStacked: boolean;
  readonly isSideways: boolean;
  readonly unit: "cases" | "ms" | "%";
  readonly title: string;
  readonly about: string;
  readonly head: string;
  readonly labels: ReadonlyArray<string>;
  readonly series: ReadonlyArray<Series>;
}

export interface Series {
  readonly name: string;
  /** Name of its colour in the style sheet. */
  readonly tone: string;
  readonly values: ReadonlyArray<number | null>;
}

const outcomes = [
  "passed",
  "failed",
  "errored",
  "flaky",
  "inconclusive",
  "unproven",
  "skipped",
] as const satisfies ReadonlyArray<Outcome>;

/** The charts of the result; those that have nothing to show are left out. */
export function chartsView(result: Result): ReadonlyArray<Chart> {
  const charts = [outcomesChart(result), ...result.suites.flatMap((suite, index) => suiteCharts(suite, index, result))];
  return charts.filter(({ labels, series }) => labels.length > 0 && series.length > 0);
}

/** A chart with its table, in words. */
export function chartTable({ labels, series, unit }: Chart) {
  const word = { cases: String, ms: duration, "%": (share: number) => percentage(share / 100) }[unit];
  return labels.map((label, index) => ({
    label,
    cells: series.map(({ values }) => {
      const value = values[index] ?? null;
      return value === null ? "–" : word(value);
    }),
  }));
}

function outcomesChart({ suites }: Result): Chart {
  return {
    id: "outcomes",
    kind: "bar",
    isStacked: true,
    isSideways: true,
    unit: "cases",
    title: "Outcomes",
    about: "cases of each suite, by what became of them",
    head: "suite",
    labels: suites.map(({ suite }) => suite),
    series: outcomes
      .map((name) => ({ name, tone: name, values: suites.map(({ summary }) => summary[name]) }))
      .filter(({ values }) => values.some((value) => value > 0)),
  };
}

function suiteCharts(suite: SuiteResult, index: number, { suites }: Result): ReadonlyArray<Chart> {
  const of = suites.length === 1 ? "" : `${suite.suite}: `;
  const charts = [latencyChart(suite, `latency-${index}`), ...trendCharts(suite, index)];
  return charts.map((chart) => ({ ...chart, title: `${of}${chart.title}` }));
}

function latencyChart({ metrics }: SuiteResult, id: string): Chart {
  const codes = metrics["met-latency-by-status"]?.codes ?? [];
  return {
    id,
    kind: "bar",
    isStacked: false,
    isSideways: false,
    unit: "ms",
    title: "Latency by status",
    about: "response times of each code; with fewer than 20 responses p95 and p99 say little",
    head: "status",
    labels: codes.map(({ code, count }) => `${statusLine(code)} (${count})`),
    series: (["p50", "p95", "p99"] as const).map((rank) => ({
      name: rank,
      tone: rank,
      values: codes.map((each) => Math.round(each[rank] * 10) / 10),
    })),
  };
}

function trendCharts(suite: SuiteResult, index: number): ReadonlyArray<Chart> {
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
      about: "of the runs before this one",
      series: [valuesOf(runs, "p50", "p50", 1), valuesOf(runs, "p95", "p95", 1)],
    },
  ];
}

type Values = Partial<PastRun["values"]>;

function valuesOf(
  runs: ReadonlyArray<{ readonly values: Values }>,
  key: keyof Values,
  name: string,
  times: number,
): Series {
  const tones: Readonly<Record<string, string>> = { asExpected: "passed", successRate: "p50", p50: "p50", p95: "p95" };
  const values = runs.map((run) => run.values[key] ?? null);
  return {
    name,
    tone: tones[key] ?? "p50",
    values: values.map((value) => (value === null ? null : Math.round(value * times * 10) / 10)),
  };
}

/** Times over all codes are not among the metrics of a result. */
function presentRun({ startedAt, summary, metrics }: SuiteResult) {
  const values: Values = {
    successRate: metrics["met-success-rate"]?.share ?? null,
    asExpected: metrics["met-success-rate-adjusted"]?.share ?? null,
  };
  return { startedAt, summary, values };
}
