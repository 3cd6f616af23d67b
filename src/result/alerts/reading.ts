import type { Measure } from "../../http/alert/measure.ts";
import type { AlertMetricName, TimeMetricName } from "../../http/alert/metrics.ts";
import type { Latency } from "../metrics/latency-by-status.ts";
import type { Metrics } from "../metrics/metrics-of.ts";
import type { Share } from "../metrics/share.ts";
import type { Outcome } from "../model.ts";
import type { CaseResult, SuiteResult } from "../result.ts";
import { tallyCodes } from "./tally-codes.ts";

/** What a measure came to: shares are 0 to 1, times in milliseconds. */
export interface Reading {
  /** Null: there was nothing to measure. */
  readonly value: number | null;
  /** Set where it rests on so few responses that it says little. */
  readonly few?: number;
}

/** What readings are taken from: a suite, or one of its endpoints. */
export interface Measured {
  readonly metrics: Metrics;
  readonly cases: ReadonlyArray<CaseResult>;
}

type PlainReader = (measured: Measured) => number | null;

const readers = {
  successRate: ({ metrics }) => shareIn(metrics["met-success-rate"]),
  asExpected: ({ metrics }) => shareIn(metrics["met-success-rate-adjusted"]),
  timeouts: ({ metrics }) => metrics["met-timeouts"]?.count ?? null,
  availability: ({ metrics }) => shareIn(metrics["met-availability"]),
  assertions: ({ metrics }) => shareIn(metrics["met-assertion-pass-rate"].assertions),
  coverage: ({ metrics }) => shareIn(metrics["met-coverage-status"].observed),
  edges: ({ metrics }) => shareIn(metrics["met-coverage-edge-cases"].executed),
  failed: countOf("failed"),
  flaky: countOf("flaky"),
  inconclusive: countOf("inconclusive"),
  unproven: countOf("unproven"),
  skipped: countOf("skipped"),
  warnings: ({ cases }) => cases.reduce((sum, one) => sum + warningsOf(one), 0),
  leaks: ({ metrics }) => metrics["met-leaks"]?.count ?? null,
  undocumented: ({ metrics }) => metrics["met-undocumented"].length,
} as const satisfies Record<Exclude<AlertMetricName, TimeMetricName>, PlainReader>;

/** What the measure comes to. */
export function read(measure: Measure, measured: Measured): Reading {
  if (measure.kind === "plain") return { value: readers[measure.name](measured) };
  if (measure.kind === "time") return timeOf(measure.name, latencyOf(measured.metrics, measure.code));
  const { responses, codes } = tallyCodes(measured.cases);
  if (responses === 0) return { value: null };
  let count = 0;
  for (const [code, { all, unexpected }] of codes) {
    if (isOf(code, measure.code)) count += measure.isAll ? all : unexpected;
  }
  return { value: count / responses };
}

/** A suite, or one endpoint of it, to be measured; undefined: it has no such endpoint. */
export function measuredOf(suite: SuiteResult, endpoint?: string): Measured | undefined {
  if (endpoint === undefined) return { metrics: suite.metrics, cases: suite.outline };
  const own = suite.endpoints.find((one) => one.endpoint === endpoint);
  return own && { metrics: own.metrics, cases: suite.outline.filter((one) => one.endpoint === endpoint) };
}

function shareIn(share: Share | null): number | null {
  return share?.share ?? null;
}

function countOf(outcome: Outcome): PlainReader {
  return ({ cases }) => cases.filter((one) => one.outcome === outcome).length;
}

/** Those of the last attempt: what an errored one checked says nothing. */
function warningsOf({ attempts }: CaseResult): number {
  const last = attempts.at(-1);
  if (last === undefined || last.status === "errored") return 0;
  return last.checks.filter(({ level, passed }) => level === "warning" && !passed).length;
}

function latencyOf(metrics: Metrics, code: string | undefined): Latency | undefined {
  const latency = metrics["met-latency-by-status"];
  if (latency === null || code === undefined) return latency?.all;
  if (code.endsWith("xx")) return latency.classes.find((one) => one.class === code);
  return latency.codes.find((one) => String(one.code) === code);
}

/** The highest percentiles of a few responses are but the slowest of them. */
const tails: ReadonlySet<TimeMetricName> = new Set(["p90", "p95", "p99"]);

function timeOf(name: TimeMetricName, latency: Latency | undefined): Reading {
  if (latency === undefined) return { value: null };
  const isFew = latency.isLowSample && tails.has(name);
  return { value: latency[name], ...(isFew && { few: latency.count }) };
}

/** 5xx has the codes above it as well, as the metrics have: what is no code of HTTP's is no success. */
function isOf(code: number, pattern: string): boolean {
  if (pattern === "5xx") return code >= 500;
  return String(code) === pattern || `${Math.floor(code / 100)}xx` === pattern;
}
