import { build, type Histogram as HdrHistogram } from "hdr-histogram-js";

/**
 * Response times, counted so that two can be added and nothing is lost: exact up to 2 s, within a thousandth beyond. The extremes and
 * the sum are exact.
 */
export interface Histogram {
  readonly counts: HdrHistogram;
  min: number;
  max: number;
  sum: number;
}

/** Longer than any request may take; what is above counts as this. */
const longestMs = 24 * 3600 * 1000;

/** An empty one; it grows with the times that come. */
export function createHistogram(): Histogram {
  const counts = build({
    bitBucketSize: 32,
    autoResize: true,
    lowestDiscernibleValue: 1,
    highestTrackableValue: 2,
    numberOfSignificantValueDigits: 3,
  });
  return { counts, min: Number.POSITIVE_INFINITY, max: 0, sum: 0 };
}

/** Counts a time in milliseconds. */
export function recordTime(histogram: Histogram, ms: number): void {
  histogram.counts.recordValue(Math.min(longestMs, Math.round(ms)));
  histogram.min = Math.min(histogram.min, ms);
  histogram.max = Math.max(histogram.max, ms);
  histogram.sum += ms;
}

/** Adds what another one has counted. */
export function addHistogram(histogram: Histogram, { counts, min, max, sum }: Histogram): void {
  histogram.counts.add(counts);
  histogram.min = Math.min(histogram.min, min);
  histogram.max = Math.max(histogram.max, max);
  histogram.sum += sum;
}

/** All of them together. */
export function mergeHistograms(histograms: Iterable<Histogram>): Histogram {
  const merged = createHistogram();
  for (const each of histograms) addHistogram(merged, each);
  return merged;
}

export function countOf({ counts }: Histogram): number {
  return counts.totalCount;
}

/** By nearest rank: the smallest time that at least so many percent of all are not above. Null of none. */
export function percentileOf({ counts, min, max }: Histogram, percent: number): number | null {
  const count = counts.totalCount;
  if (count === 0) return null;
  // The library rounds to the nearest rank; it is asked for the rank itself, divided last, so that 95 % of 20 is exactly the 19th.
  const rank = Math.max(1, Math.ceil((percent * count) / 100));
  const value = counts.getValueAtPercentile((rank * 100) / count);
  return Math.min(max, Math.max(min, value));
}
