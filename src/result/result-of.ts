import { groupBy } from "./group-by.ts";
import { measure } from "./metrics/metrics-of.ts";
import { mergeSamples } from "./metrics/sample.ts";
import type { Run, Summary } from "./model.ts";
import { partsOfRun, type SuitePart } from "./part.ts";
import type { Result } from "./result.ts";
import { shardGap } from "./shards.ts";
import { type MeasuredSuite, suiteResult } from "./suite-result.ts";

/** How runs are brought together. */
export interface ResultOptions {
  /** A shard may be missing. Default: it breaks the result. */
  readonly isPartial?: boolean;
}

/** A run as its reporters draw it; one shard of a run is a result of its own. */
export function resultOf(run: Run): Result {
  return resultOfParts(partsOfRun(run), { isPartial: true });
}

/** Runs as one result: suites side by side, those of the same name and environment as one. */
export function resultOfParts(parts: ReadonlyArray<SuitePart>, { isPartial = false }: ResultOptions = {}): Result {
  const groups = [...groupBy(parts, ({ suite, environment }) => JSON.stringify([suite, environment])).values()];
  const measured = groups.map((group) => suiteResult(group));
  const suites = measured.map(({ suite }) => suite);
  const gaps = groups.map((group, at) => shardGap(group, suites[at]?.outline ?? []));
  const byEnvironment = groupBy(measured, ({ suite }) => suite.environment);
  return {
    startedAt: suites.map(({ startedAt }) => startedAt).sort()[0] ?? "",
    durationMs: Math.max(0, ...suites.map(({ durationMs }) => durationMs)),
    suites,
    summary: sumOf(suites.map(({ summary }) => summary)),
    metrics: metricsOfAll(measured),
    environments: [...byEnvironment].map(([environment, own]) => ({ environment, metrics: metricsOfAll(own) })),
    alerts: [],
    broken: suites.flatMap((suite, at) => {
      const missing = isPartial ? [] : (suite.missingShards ?? []).map((shard) => `shard ${shard} is missing`);
      const sentences = [...missing, ...[suite.broken, gaps[at]].filter((text) => text !== undefined)];
      return suites.length === 1 ? sentences : sentences.map((text) => `${suite.suite}: ${text}`);
    }),
  };
}

function metricsOfAll(measured: ReadonlyArray<MeasuredSuite>): Result["metrics"] {
  const [only] = measured;
  if (only !== undefined && measured.length === 1) return only.suite.metrics;
  return measure(mergeSamples(measured.map(({ sample }) => sample)));
}

function sumOf(summaries: ReadonlyArray<Summary>): Summary {
  const sum = (count: (summary: Summary) => number) => summaries.reduce((all, each) => all + count(each), 0);
  return {
    cases: sum(({ cases }) => cases),
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    flaky: sum(({ flaky }) => flaky),
    errored: sum(({ errored }) => errored),
    inconclusive: sum(({ inconclusive }) => inconclusive),
    skipped: sum(({ skipped }) => skipped),
    unproven: sum(({ unproven }) => unproven),
    requests: sum(({ requests }) => requests),
    checks: {
      passed: sum(({ checks }) => checks.passed),
      failed: sum(({ checks }) => checks.failed),
      warned: sum(({ checks }) => checks.warned),
    },
  };
}
