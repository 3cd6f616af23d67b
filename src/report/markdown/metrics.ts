import type { Metrics } from "../../result/metrics/metrics-of.ts";
import type { Share } from "../../result/metrics/share.ts";
import type { Result } from "../../result/result.ts";
import { suiteName } from "../common/troubles.ts";
import { percentage } from "../common/words.ts";
import { details, md, table } from "./escape.ts";
import type { Section } from "./within-limit.ts";

const columns = [
  ["responses", (metrics) => String(metrics["met-success-rate"]?.of ?? 0)],
  ["2xx", (metrics) => share(metrics["met-success-rate"])],
  ["as expected", (metrics) => share(metrics["met-success-rate-adjusted"])],
  ["4xx", (metrics) => share(metrics["met-4xx-rate"].all)],
  ["5xx", (metrics) => share(metrics["met-5xx-rate"].all)],
  ["429", (metrics) => share(metrics["met-429-rate"].all)],
  ["p50/p95 of 2xx, ms", (metrics) => latency(metrics, "2xx")],
  ["of 4xx", (metrics) => latency(metrics, "4xx")],
  ["of 5xx", (metrics) => latency(metrics, "5xx")],
] as const satisfies ReadonlyArray<readonly [name: string, cell: (metrics: Metrics) => string]>;

/** A row for each suite, and for each environment where there are several. */
export function metricSection({ suites, environments }: Result): Section {
  const rows = suites.map((suite) => [md(suiteName(suite)), ...cells(suite.metrics)]);
  const others = environments.length < 2 ? [] : environments;
  const more = others.map(({ environment, metrics }) => [`all of ${md(environment)}`, ...cells(metrics)]);
  const drawn = table(["", ...columns.map(([name]) => name)], [...rows, ...more]);
  const blocks = suites.length === 0 ? [] : [`${details("Metrics", drawn)}\n\n`];
  return { one: "table of metrics", many: "tables of metrics", rank: 8, count: blocks.length, blocks };
}

function cells(metrics: Metrics): ReadonlyArray<string> {
  return columns.map(([, cell]) => cell(metrics));
}

function share(of: Share | null): string {
  return of === null ? "" : percentage(of.share);
}

function latency(metrics: Metrics, name: string): string {
  const found = metrics["met-latency-by-status"]?.classes.find((row) => row.class === name);
  return found === undefined ? "" : `${Math.round(found.p50)}/${Math.round(found.p95)}`;
}
