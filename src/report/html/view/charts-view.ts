import { statusLine } from "../../../http/statuses.ts";
import type { Result, SuiteResult } from "../../../result/result.ts";
import { duration, percentage } from "../../common/words.ts";
import { type Chart, outcomes } from "./chart.ts";
import { trendCharts } from "./trend-charts.ts";

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
