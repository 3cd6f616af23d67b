import { type Histogram, percentileOf } from "../tally/histogram.ts";
import type { Sample } from "./sample.ts";
import { codesOf, timesThat } from "./times.ts";

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
  const base = median(timesThat(sample, (status) => status >= 200 && status < 300));
  if (base === null || base === 0) return null;
  return codesOf(sample).flatMap((code) => {
    const times = timesThat(sample, (status) => status === code);
    const own = median(times);
    return own === null ? [] : [{ code, count: times.count, times: own / base, isSlow: own / base >= slow }];
  });
}

function median(times: Readonly<Histogram>): number | null {
  return times.count < fewest ? null : percentileOf(times, 50);
}
