import type { Summary } from "../model.ts";

/** A case against the run before: it fails for the first time, does so still, or does not any more. */
export type Change = "new" | "still failing" | "fixed";

/** A suite in the runs before. */
export interface History {
  /** Oldest first. The run itself is not in it. */
  readonly runs: ReadonlyArray<PastRun>;
  /** By case id; cases that are as green as before are not in it. */
  readonly changes: ReadonlyMap<string, Change>;
  /** Cases that were flaky, or failed in some runs and passed in others; the shakiest first. */
  readonly flaky: ReadonlyArray<FlakyCase>;
}

export interface PastRun {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly summary: Summary;
  /** What a trend is drawn of, by the names that alerts use; null where there was nothing to measure. */
  readonly values: Readonly<Record<TrendName, number | null>>;
}

/** Shares are 0 to 1, times in milliseconds. */
export const trendNames = ["successRate", "asExpected", "4xx", "5xx", "429", "p50", "p95"] as const;

export type TrendName = (typeof trendNames)[number];

export interface FlakyCase {
  readonly id: string;
  readonly title: string;
  /** Runs in which it was flaky, or failed between others in which it passed. */
  readonly count: number;
  /** Runs in which it was sent, this one included. */
  readonly of: number;
}
