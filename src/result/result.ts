import type { Alert } from "./alerts/alert.ts";
import type { BaselineResult, KnownDeviation } from "./baseline/model.ts";
import type { Change, History } from "./history/model.ts";
import type { Metrics } from "./metrics/metrics-of.ts";
import type { CaseRun, MatrixCell, Outcome, Run, SuiteHead, Summary } from "./model.ts";
import type { SuiteFinding } from "./suite/suite-findings.ts";

/** What every reporter draws: suites side by side, and what is computed of them, once. */
export interface Result {
  /** ISO 8601, UTC: the earliest. */
  readonly startedAt: string;
  /** Milliseconds; what ran at the same time counts once. */
  readonly durationMs: number;
  readonly suites: ReadonlyArray<SuiteResult>;
  /** Of all suites together. */
  readonly summary: Summary;
  readonly metrics: Metrics;
  readonly environments: ReadonlyArray<{ readonly environment: string; readonly metrics: Metrics }>;
  /** Those that failed first; then in the order in which they were written. */
  readonly alerts: ReadonlyArray<Alert>;
  /** What was held against a file of known deviations. */
  readonly baseline?: BaselineResult;
  /** Why it is worth nothing as a whole: a run that stopped, a shard that is missing. A sentence each. */
  readonly broken: ReadonlyArray<string>;
}

/** One suite in one environment, whichever shards and runs it comes from. */
export interface SuiteResult extends SuiteHead {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly lanes: number;
  /** Set where this is one part, and the others are not there. */
  readonly shard?: NonNullable<Run["shard"]>;
  /** Where this is put together of shards: those that are not there, as `2/4`. */
  readonly missingShards?: ReadonlyArray<string>;
  readonly broken?: string;
  /** Every case, whole, in plan order. It may be read from a file each time: go through it once. */
  readonly cases: Iterable<CaseResult>;
  /** Every case without what takes room: urls, headers, bodies, messages, passed checks and the times of single attempts. Always in memory. */
  readonly outline: ReadonlyArray<CaseResult>;
  /** The whole of these cases, by id, in the order of the ids; what is not there is left out. */
  readonly wholeCases: (ids: Iterable<string>) => Iterable<CaseResult>;
  readonly summary: Summary;
  /** Endpoint x status code, rows in plan order. */
  readonly matrix: ReadonlyArray<MatrixCell>;
  /** What only all responses together show. */
  readonly findings: ReadonlyArray<SuiteFinding>;
  readonly metrics: Metrics;
  /** In plan order. */
  readonly endpoints: ReadonlyArray<{ readonly endpoint: string; readonly metrics: Metrics }>;
  /** The slowest responses, the slowest first: a few. */
  readonly slowest: ReadonlyArray<{ readonly id: string; readonly title: string; readonly timeMs: number }>;
  /** Against earlier runs, where there are some. */
  readonly history?: History;
}

/** A case and what became of it. */
export interface CaseResult extends CaseRun {
  readonly outcome: Outcome;
  /** Milliseconds: all attempts together. */
  readonly durationMs: number;
  /** Where it is inconclusive: the id of the case to blame, where one is. */
  readonly because?: string;
  /** Where it failed, and all that failed was known. */
  readonly known?: KnownDeviation;
  /** Against the run before, where there is one. */
  readonly change?: Change;
}
