import { isAsExpected } from "../../result/metrics/expected-codes.ts";
import type { SuiteResult } from "../../result/result.ts";
import type { Sample } from "./family.ts";

/** Responses of every attempt, counted where their labels are the same. */
export function* responseSamples({ cases }: SuiteResult): Generator<Sample> {
  // Whether a code was taken as right, a check knows that has passed, and the outline has no such checks.
  for (const one of cases) {
    for (const attempt of one.attempts) {
      if (attempt.response === undefined) continue;
      const { status } = attempt.response;
      const expected = String(isAsExpected(one, attempt, status));
      yield { labels: { endpoint: one.endpoint, code: String(status), expected }, value: 1 };
    }
  }
}

const quantiles = [
  ["0.5", "p50"],
  ["0.9", "p90"],
  ["0.95", "p95"],
  ["0.99", "p99"],
] as const;

/** A summary for each endpoint and code; the samples of one stand together. */
export function* latencySamples({ endpoints }: SuiteResult): Generator<Sample> {
  for (const { endpoint, metrics } of endpoints) {
    for (const row of metrics["met-latency-by-status"]?.codes ?? []) {
      const labels = { endpoint, code: String(row.code) };
      for (const [quantile, name] of quantiles) yield { labels: { ...labels, quantile }, value: row[name] / 1000 };
      yield { suffix: "_sum", labels, value: (row.mean * row.count) / 1000 };
      yield { suffix: "_count", labels, value: row.count };
    }
  }
}
