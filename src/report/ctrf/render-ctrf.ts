import type { CaseResult, Result } from "../../result/result.ts";
import { digestOf, uuidOf } from "../common/digest.ts";
import { reasonsOf } from "../common/reasons.ts";
import { suiteName, type Trouble, troublesOf } from "../common/troubles.ts";
import { jsonPieces } from "../json-pieces.ts";
import { type CtrfStatus, statusOf, testOfCase } from "./case-test.ts";
import { testOfTrouble } from "./trouble-test.ts";

/** The version of the format whose schema this follows. */
const specVersion = "0.0.0";
/** The last millisecond of a year of four digits (RFC 3339, 5.6). */
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The result in the Common Test Report Format (https://ctrf.io): a test for each case, and for what is wrong beside the cases. */
export function* renderCtrf(result: Result): Generator<string> {
  const troubles = troublesOf(result);
  const summary = summaryOf(result, troubles);
  const names = result.suites.map(suiteName);
  yield* jsonPieces({
    reportFormat: "CTRF",
    specVersion,
    // The same result is the same report: nothing in it is random, and no clock is read.
    reportId: uuidOf("ctrf", result.startedAt, String(result.durationMs), ...names),
    runId: digestOf(result.startedAt, ...names).slice(0, 16),
    timestamp: new Date(summary.stop).toISOString(),
    generatedBy: "newmanifest",
    results: {
      tool: { name: "newmanifest" },
      summary,
      tests: testsOf(result, troubles),
      environment: environmentOf(result, summary.failed === 0),
    },
  });
  yield "\n";
}

function* testsOf(result: Result, troubles: ReadonlyArray<Trouble>) {
  for (const trouble of troubles) yield testOfTrouble(trouble);
  for (const suite of result.suites) {
    const reasonOf = reasonsOf(suite);
    for (const one of suite.cases) yield testOfCase(one, suite, reasonOf(one));
  }
}

function summaryOf({ startedAt, durationMs, suites }: Result, troubles: ReadonlyArray<Trouble>) {
  const counts: Record<CtrfStatus, number> = { passed: 0, failed: 0, skipped: 0, pending: 0, other: 0 };
  const count = (cases: ReadonlyArray<CaseResult>) => cases.forEach((one) => void counts[statusOf(one)]++);
  for (const { outline } of suites) count(outline);
  for (const { level } of troubles) counts[level === "error" ? "failed" : "other"]++;
  const start = Math.min(latest, Math.max(0, Date.parse(startedAt) || 0));
  const duration = Math.min(latest - start, Math.round(durationMs));
  return {
    tests: Object.values(counts).reduce((total, each) => total + each, 0),
    ...counts,
    flaky: suites.reduce((total, { summary }) => total + summary.flaky, 0),
    suites: suites.length,
    start,
    stop: Math.min(latest, start + duration),
    duration,
  };
}

function environmentOf({ suites }: Result, healthy: boolean) {
  const joined = (names: ReadonlyArray<string>) => [...new Set(names)].filter((name) => name !== "").join(", ");
  const shards = joined(suites.map(({ shard }) => (shard === undefined ? "" : `${shard.index}/${shard.of}`)));
  return {
    reportName: joined(suites.map(({ suite }) => suite)),
    testEnvironment: joined(suites.map(({ environment }) => environment)),
    shardId: shards === "" ? undefined : shards,
    healthy,
    extra: { baseUrls: [...new Set(suites.map(({ baseUrl }) => baseUrl))] },
  };
}
