import type { Metrics } from "../../result/metrics/metrics-of.ts";
import { counted, percentage } from "../common/words.ts";
import { columns } from "./columns.ts";
import { flowLines } from "./flow.ts";
import type { Section } from "./page.ts";
import type { Line, Segment } from "./paint.ts";
import { trendItems } from "./trend-items.ts";

/** How many responses are successes, how long each class takes, and how many are server errors: a line each; then how that was in the runs before. */
export const metricsSection: Section = ({ suite, width }) => {
  const { metrics } = suite;
  return [
    ...labelled("success", successItems(metrics), { width, separator: " " }),
    ...labelled("p50/p95", latencyItems(metrics), { width, separator: "  " }),
    ...labelled("5xx", serverErrorItems(metrics), { width, separator: " " }),
    ...labelled("trend", trendItems(suite), { width, separator: ", " }),
  ];
};

interface Spacing {
  readonly width: number;
  readonly separator: string;
}

/** The labels stand in the column of `slowest`. */
function labelled(label: string, items: ReadonlyArray<Segment>, { width, separator }: Spacing): ReadonlyArray<Line> {
  const head: Segment = { text: ` ${label.padEnd(7)}  `, style: "dim" };
  const lines = flowLines(items, { width, separator, indent: columns(head.text) });
  return lines.map((line, index) => (index === 0 ? [head, ...line.slice(1)] : line));
}

function successItems(metrics: Metrics): ReadonlyArray<Segment> {
  const plain = metrics["met-success-rate"];
  const adjusted = metrics["met-success-rate-adjusted"];
  if (plain === null || adjusted === null) return [];
  return [
    { text: `${percentage(plain.share)} 2xx,` },
    { text: `${percentage(adjusted.share)} as expected,` },
    { text: `of ${counted(plain.of, "response")}` },
  ];
}

/** `2xx 12/30  4xx 8/9 ms`: the unit once, or four classes do not fit a line. */
function latencyItems(metrics: Metrics): ReadonlyArray<Segment> {
  const classes = metrics["met-latency-by-status"]?.classes ?? [];
  return classes.map(({ class: name, p50, p95 }, index) => {
    const unit = index === classes.length - 1 ? " ms" : "";
    return { text: `${name} ${Math.round(p50)}/${Math.round(p95)}${unit}` };
  });
}

/** Only where there are any. */
function serverErrorItems(metrics: Metrics): ReadonlyArray<Segment> {
  const { all, unexpected } = metrics["met-5xx-rate"];
  if (all === null || unexpected === null || all.count === 0) return [];
  const style = unexpected.count > 0 ? "red" : "dim";
  const strange = unexpected.count === 0 ? "all as expected" : `${unexpected.count} of ${all.count} not expected`;
  return [
    { text: `${percentage(all.share)} of the responses,`, style },
    { text: strange, style },
  ];
}
