import type { Metric } from "../metric.ts";
import { type MetricId, metrics } from "../metrics.ts";
import { page, row } from "./page.ts";

/** What a metric measures, what it is good for, and where it is shown. */
export function explainMetric(id: MetricId): string {
  const metric: Metric = metrics[id];
  return page(id, [
    row("measures", metric.title),
    row("unit", units[metric.unit]),
    row("why", metric.why),
    row("hint", metric.hint),
    row("source", metric.source),
    row("shown", "under `metrics` of `newmanifest report --reporter json`"),
  ]);
}

const units = {
  share: "a share from 0 to 1, with the two counts it comes from",
  count: "a count",
  ms: "milliseconds",
  times: "how many times as much",
} as const satisfies Record<Metric["unit"], string>;
