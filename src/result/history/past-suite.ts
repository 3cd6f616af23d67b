import { parseMeasure } from "../../http/alert/measure.ts";
import { type AskedAlert, readingOf } from "../alerts/asked-alerts.ts";
import { measuredOf, read } from "../alerts/reading.ts";
import { ownId } from "../own-id.ts";
import type { CaseResult, SuiteResult } from "../result.ts";
import { type PastRun, type TrendValues, trendNames } from "./model.ts";

/** What a run says of a case, where it says something. */
export type Verdict = "passed" | "failed" | "flaky";

/** A suite in an earlier run: as much as a later one is compared with, so that many of them fit into memory. */
export interface PastSuite extends PastRun {
  /** By the later suite's outline; undefined where the case was not sent, or its answer proves nothing. */
  readonly verdicts: ReadonlyArray<Verdict | undefined>;
  /** It ran the same: its metrics can be compared. */
  readonly isAlike: boolean;
  /** What the limits of the later suite look at, in their order. */
  readonly readings: ReadonlyArray<number | null>;
}

/** Notes of an earlier run what the suite is compared with. */
export function recallSuite(past: SuiteResult, suite: SuiteResult, asked: ReadonlyArray<AskedAlert>): PastSuite {
  const before = new Map(past.outline.map((one) => [ownId(one), one]));
  const verdicts = suite.outline.map((one) => verdictOf(before.get(ownId(one))));
  return {
    startedAt: past.startedAt,
    summary: past.summary,
    values: trendValues(past),
    verdicts,
    isAlike: isAlike(past, suite, verdicts),
    readings: asked.map((alert) => readingOf(alert, past).value),
  };
}

/** What a trend is drawn of. */
export function trendValues(suite: SuiteResult): TrendValues {
  const measured = measuredOf(suite);
  const values = trendNames.map((name) => {
    const measure = parseMeasure(name);
    return [name, measure && measured ? read(measure, measured).value : null] as const;
  });
  return Object.fromEntries(values) as TrendValues;
}

/** What a run says of the case: nothing where it broke, or where another case is to blame. */
export function verdictOf(one: CaseResult | undefined): Verdict | undefined {
  const outcome = one?.outcome;
  return outcome === "passed" || outcome === "failed" || outcome === "flaky" ? outcome : undefined;
}

/** Another shard, a run that broke, or one of only a few of the cases has other metrics for no reason of the API's. */
function isAlike(past: SuiteResult, suite: SuiteResult, verdicts: PastSuite["verdicts"]): boolean {
  if (past.broken !== undefined || shardsOf(past) !== shardsOf(suite)) return false;
  const now = suite.outline.map((one) => verdictOf(one) !== undefined);
  const common = verdicts.filter((verdict, index) => verdict !== undefined && now[index]).length;
  const most = Math.max(now.filter(Boolean).length, past.outline.filter((one) => verdictOf(one) !== undefined).length);
  return common * 2 >= most;
}

/** What is there of a suite that ran in shards; the same where all of it is. */
function shardsOf({ shard, missingShards }: SuiteResult): string {
  return JSON.stringify([shard?.index, shard?.of, missingShards]);
}
