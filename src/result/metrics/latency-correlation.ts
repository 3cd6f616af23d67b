import { type Histogram, mergeHistograms, percentileOf } from "../tally/histogram.ts";
import type { Sample } from "./sample.ts";
import { timesByCode } from "./times.ts";

/** How much slower a code is than a success. */
export interface Slowness {
  readonly code: number;
  readonly count: number;
  /** Its median by the median of 2xx. */
  readonly times: number;
  readonly isSlow: boolean;
}

const fewest = 5;
const slow = 3;

/** `met-latency-status-correlation`: null where there are too few successes, or they take no time that can be measured. */
export function latencyCorrelation(sample: Sample): ReadonlyArray<Slowness> | null {
  const byCode = [...timesByCode(sample)];
  const successes = byCode.filter(([code]) => code >= 200 && code < 300).map(([, times]) => times);
  const base = median(mergeHistograms(successes));
  if (base === null || base === 0) return null;
  return byCode.flatMap(([code, times]) => {
    const own = median(times);
    return own === null ? [] : [{ code, count: times.count, times: own / base, isSlow: own / base >= slow }];
  });
}

function median(times: Readonly<Histogram>): number | null {
  return times.count < fewest ? null : percentileOf(times, 50);
}
