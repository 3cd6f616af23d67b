import type { Metrics } from "../../../result/metrics/metrics-of.ts";
import type { Share } from "../../../result/metrics/share.ts";
import type { Result, SuiteResult } from "../../../result/result.ts";
import { duration, percentage } from "../../common/words.ts";

/** A cell of a table that is sorted by `value`. */
export interface Figure {
  readonly text: string;
  readonly value: number;
  readonly tone: "" | "bad" | "zero";
}

const none: Figure = { text: "–", value: -1, tone: "" };

interface Column {
  readonly head: string;
  /** The head in full. */
  readonly about: string;
  readonly figure: (metrics: Metrics) => Figure;
}

const columns: ReadonlyArray<Column> = [
  { head: "responses", about: "responses that came", figure: (m) => countFigure(m["met-success-rate"]?.of) },
  { head: "2xx", about: "share of 2xx", figure: (m) => shareFigure(m["met-success-rate"]) },
  { head: "as expected", about: "share of responses with a code that was asked for", figure: asExpected },
  { head: "4xx expected", about: "4xx that a case asked for", figure: (m) => askedFigure(m["met-4xx-rate"]) },
  { head: "4xx unexpected", about: "4xx that no case asked for", figure: (m) => elseFigure(m["met-4xx-rate"]) },
  { head: "5xx expected", about: "5xx that a case asked for", figure: (m) => askedFigure(m["met-5xx-rate"]) },
  { head: "5xx unexpected", about: "5xx that no case asked for", figure: (m) => elseFigure(m["met-5xx-rate"]) },
  { head: "429", about: "429 Too Many Requests", figure: (m) => countFigure(m["met-429-rate"].all?.count) },
  {
    head: "p50",
    about: "median response time of 2xx, or of the class that came most",
    figure: (m) => timeFigure(m, "p50"),
  },
  { head: "p95", about: "95th percentile of the same", figure: (m) => timeFigure(m, "p95") },
  { head: "p99", about: "99th percentile of the same", figure: (m) => timeFigure(m, "p99") },
];

/** The metrics of each suite, of the whole and of each endpoint. */
export function metricsView({ suites }: Result) {
  return {
    heads: columns.map(({ head, about }) => ({ head, about })),
    isOne: suites.length === 1,
    suites: suites.map((suite, index) => ({
      index,
      suite: suite.suite,
      environment: suite.environment,
      ...tableOf(suite),
    })),
  };
}

function tableOf({ metrics, endpoints }: SuiteResult) {
  const figures = (of: Metrics) => columns.map(({ figure }) => figure(of));
  return {
    total: figures(metrics),
    rows: endpoints.map((each) => ({ endpoint: each.endpoint, figures: figures(each.metrics) })),
  };
}

function countFigure(count: number | undefined): Figure {
  return count === undefined ? none : { text: String(count), value: count, tone: count === 0 ? "zero" : "" };
}

function shareFigure(share: Share | null): Figure {
  return share === null ? none : { text: percentage(share.share), value: share.share, tone: "" };
}

function asExpected(metrics: Metrics): Figure {
  const share = metrics["met-success-rate-adjusted"];
  return { ...shareFigure(share), tone: share !== null && share.share < 1 ? "bad" : "" };
}

interface Rate {
  readonly all: Share | null;
  readonly unexpected: Share | null;
}

function askedFigure({ all, unexpected }: Rate): Figure {
  return all === null ? none : countFigure(all.count - (unexpected?.count ?? 0));
}

function elseFigure({ unexpected }: Rate): Figure {
  if (unexpected === null) return none;
  return { ...countFigure(unexpected.count), tone: unexpected.count > 0 ? "bad" : "zero" };
}

/** Refusals are faster than what does the work: times of different classes are not thrown together. */
function timeFigure(metrics: Metrics, rank: "p50" | "p95" | "p99"): Figure {
  const classes = metrics["met-latency-by-status"]?.classes ?? [];
  const most = classes.find((each) => each.class === "2xx") ?? classes.toSorted((a, b) => b.count - a.count)[0];
  if (most === undefined) return none;
  return { text: duration(most[rank]), value: most[rank], tone: "" };
}
