import { groupBy } from "../group-by.ts";
import { type Histogram, mergeHistograms, percentileOf } from "../tally/histogram.ts";
import type { Sample } from "./sample.ts";
import { classOf, type StatusClass, statusClasses } from "./status-class.ts";
import { timesByCode } from "./times.ts";

/** Response times in milliseconds. */
export interface Latency {
  readonly count: number;
  readonly min: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** There are so few that p95 and p99 say little. */
  readonly isLowSample: boolean;
}

/** Response times of all responses, by class and by code, both ascending. */
export interface LatencyByStatus {
  readonly all: Latency;
  readonly classes: ReadonlyArray<{ readonly class: StatusClass } & Latency>;
  readonly codes: ReadonlyArray<{ readonly code: number } & Latency>;
}

const enough = 20;

/** `met-latency-by-status`; null where nothing came. */
export function latencyByStatus(sample: Sample): LatencyByStatus | null {
  const byCode = [...timesByCode(sample)].map(([code, times]) => ({ code, times }));
  if (byCode.length === 0) return null;
  const byClass = groupBy(byCode, ({ code }) => classOf(code));
  return {
    all: latencyOf(mergeHistograms(byCode.map(({ times }) => times))),
    classes: statusClasses.flatMap((name) => {
      const own = byClass.get(name) ?? [];
      return own.length === 0 ? [] : [{ class: name, ...latencyOf(mergeHistograms(own.map(({ times }) => times))) }];
    }),
    codes: byCode.map(({ code, times }) => ({ code, ...latencyOf(times) })),
  };
}

function latencyOf(times: Readonly<Histogram>): Latency {
  const count = times.count;
  const rank = (percent: number) => percentileOf(times, percent) ?? times.max;
  return {
    count,
    min: times.min,
    mean: times.sum / count,
    p50: rank(50),
    p90: rank(90),
    p95: rank(95),
    p99: rank(99),
    max: times.max,
    isLowSample: count < enough,
  };
}
