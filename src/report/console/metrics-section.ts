import { serverErrorRate } from "../../result/metrics/error-rates.ts";
import { latencyByStatus } from "../../result/metrics/latency-by-status.ts";
import { gatherSample, type Sample } from "../../result/metrics/sample.ts";
import { adjustedSuccessRate, successRate } from "../../result/metrics/success-rate.ts";
import { columns } from "./columns.ts";
import { flowLines } from "./flow.ts";
import type { Section } from "./page.ts";
import type { Line, Segment } from "./paint.ts";
import { counted, percentage } from "./words.ts";

/** How many responses are successes, how long each class takes, and how many are server errors: a line each. */
export const metricsSection: Section = ({ run, width }) => {
  const sample = gatherSample(run);
  return [
    ...labelled("success", successItems(sample), { width, separator: " " }),
    ...labelled("p50/p95", latencyItems(sample), { width, separator: "  " }),
    ...labelled("5xx", serverErrorItems(sample), { width, separator: " " }),
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

function successItems(sample: Sample): ReadonlyArray<Segment> {
  const plain = successRate(sample);
  const adjusted = adjustedSuccessRate(sample);
  if (plain === null || adjusted === null) return [];
  return [
    { text: `${percentage(plain.share)} 2xx,` },
    { text: `${percentage(adjusted.share)} as expected,` },
    { text: `of ${counted(plain.of, "response")}` },
  ];
}

/** `2xx 12/30  4xx 8/9 ms`: the unit once, or four classes do not fit a line. */
function latencyItems(sample: Sample): ReadonlyArray<Segment> {
  const classes = latencyByStatus(sample)?.classes ?? [];
  return classes.map(({ class: name, p50, p95 }, index) => {
    const unit = index === classes.length - 1 ? " ms" : "";
    return { text: `${name} ${Math.round(p50)}/${Math.round(p95)}${unit}` };
  });
}

/** Only where there are any. */
function serverErrorItems(sample: Sample): ReadonlyArray<Segment> {
  const { all, unexpected } = serverErrorRate(sample);
  if (all === null || unexpected === null || all.count === 0) return [];
  const style = unexpected.count > 0 ? "red" : "dim";
  const strange = unexpected.count === 0 ? "all as expected" : `${unexpected.count} of ${all.count} not expected`;
  return [
    { text: `${percentage(all.share)} of the responses,`, style },
    { text: strange, style },
  ];
}
