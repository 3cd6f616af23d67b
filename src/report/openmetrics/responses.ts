import { isStatusRule } from "../../http/status-rule.ts";
import { fits, patternsOf } from "../../result/metrics/expected-codes.ts";
import type { Attempt } from "../../result/model.ts";
import type { CaseResult, SuiteResult } from "../../result/result.ts";
import { failedChecks } from "../common/checks.ts";
import type { Sample } from "./family.ts";

/** Responses of every attempt, counted where their labels are the same. */
export function* responseSamples({ outline }: SuiteResult): Generator<Sample> {
  for (const one of outline) {
    for (const attempt of one.attempts) {
      if (attempt.response === undefined) continue;
      const { status } = attempt.response;
      const expected = String(isExpected(one, attempt, status));
      yield { labels: { endpoint: one.endpoint, code: String(status), expected }, value: 1 };
    }
  }
}

/** The case asks for this code, or the check of the status takes it as right. */
function isExpected(one: CaseResult, attempt: Attempt, code: number): boolean {
  const patterns = patternsOf(one);
  if (fits(code, patterns)) return true;
  if (patterns.length === 0) return attempt.status === "passed";
  return attempt.status !== "errored" && !failedChecks(attempt).some(({ rule }) => isStatusRule(rule));
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
