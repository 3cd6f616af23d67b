import type { Summary } from "../model.ts";

/** A case against the run before: it fails for the first time, does so still, or does not any more. */
export type Change = "new" | "still failing" | "fixed";

/** A suite in the runs before. */
export interface History {
  /** Those that ran the same, oldest first: no other shard, nothing that broke, most of the cases. The run itself is not in it. */
  readonly runs: ReadonlyArray<PastRun>;
  /** By case id; cases that are as green as before are not in it. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Cases that were flaky, or failed, passed and failed again; the shakiest first. */
  readonly flaky: ReadonlyArray<FlakyCase>;
  /** `met-success-rate-trend`: set where the success rate is lower than it used to be. */
  readonly decline?: Decline;
}

export interface PastRun {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly summary: Summary;
  /** What a trend is drawn of, by the names that alerts use; null where there was nothing to measure. */
  readonly values: TrendValues;
}

/** Shares are 0 to 1, times in milliseconds. */
export const trendNames = ["successRate", "asExpected", "4xx", "5xx", "429", "p50", "p95"] as const;

export type TrendName = (typeof trendNames)[number];
export type TrendValues = Readonly<Record<TrendName, number | null>>;

/** A success rate against what it was, 0 to 1. */
export interface Decline {
  readonly now: number;
  readonly median: number;
  /** Runs that the median is of. */
  readonly of: number;
}

export interface FlakyCase {
  readonly id: string;
  readonly title: string;
  /** Runs in which it was flaky or failed. */
  readonly count: number;
  /** Runs in which it was sent, this one included. */
  readonly of: number;
}
