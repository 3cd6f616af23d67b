import { build, type Histogram as HdrHistogram } from "hdr-histogram-js";

/**
 * Response times in milliseconds, counted so that two can be added and nothing is lost. A few are kept as they are; many are counted
 * in an HDR histogram: exact up to 2 s, within a thousandth beyond. The extremes and the sum are exact.
 */
export interface Histogram {
  /** Empty as soon as there are many. */
  few: number[];
  /** Absent while there are few: it takes 10 kB, and there may be one for each code of each endpoint. */
  many?: HdrHistogram;
  count: number;
  min: number;
  max: number;
  sum: number;
}

/** More than these are many. */
const mostFew = 200;
/** Longer than any request may take; what is above counts as this. */
const longestMs = 24 * 3600 * 1000;

export function createHistogram(): Histogram {
  return { few: [], count: 0, min: Number.POSITIVE_INFINITY, max: 0, sum: 0 };
}

/** Counts a time. */
export function recordTime(histogram: Histogram, ms: number): void {
  keep(histogram, ms);
  histogram.count += 1;
  histogram.min = Math.min(histogram.min, ms);
  histogram.max = Math.max(histogram.max, ms);
  histogram.sum += ms;
}

function keep(histogram: Histogram, ms: number): void {
  if (histogram.many === undefined && histogram.few.length < mostFew) histogram.few.push(ms);
  else manyOf(histogram).recordValue(Math.min(longestMs, Math.round(ms)));
}

/** From now on the times are counted only. */
function manyOf(histogram: Histogram): HdrHistogram {
  if (histogram.many !== undefined) return histogram.many;
  const many = build({
    bitBucketSize: 32,
    autoResize: true,
    lowestDiscernibleValue: 1,
    highestTrackableValue: 2,
    numberOfSignificantValueDigits: 3,
  });
  for (const ms of histogram.few) many.recordValue(Math.min(longestMs, Math.round(ms)));
  histogram.few = [];
  histogram.many = many;
  return many;
}

/** Adds what another one has counted. */
export function addHistogram(histogram: Histogram, other: Histogram): void {
  if (other.many) manyOf(histogram).add(other.many);
  else for (const ms of other.few) keep(histogram, ms);
  histogram.count += other.count;
  histogram.min = Math.min(histogram.min, other.min);
  histogram.max = Math.max(histogram.max, other.max);
  histogram.sum += other.sum;
}

/** All of them together; what is returned must not be written to. */
export function mergeHistograms(histograms: ReadonlyArray<Histogram>): Readonly<Histogram> {
  const [only] = histograms;
  if (only !== undefined && histograms.length === 1) return only;
  const merged = createHistogram();
  for (const each of histograms) addHistogram(merged, each);
  return merged;
}

/** By nearest rank: the smallest time that at least so many percent of all are not above. Null of none. */
export function percentileOf({ few, many, count, min, max }: Readonly<Histogram>, percent: number): number | null {
  if (count === 0) return null;
  // Divided last, so that 95 % of 20 is exactly the 19th.
  const rank = Math.max(1, Math.ceil((percent * count) / 100));
  if (many === undefined) return few.toSorted((a, b) => a - b)[rank - 1] ?? max;
  // The library rounds to the nearest rank, and so it is asked for the rank itself.
  return Math.min(max, Math.max(min, many.getValueAtPercentile((rank * 100) / count)));
}
