import { groupBy } from "../group-by.ts";
import { type Histogram, mergeHistograms } from "../tally/histogram.ts";
import type { Sample } from "./sample.ts";

/** Response times by code, ascending, of all endpoints. */
export type TimesByCode = ReadonlyMap<number, Readonly<Histogram>>;

/** One look at each endpoint: there may be many of them, and a hostile server has as many codes. */
export function timesByCode({ endpoints }: Sample): TimesByCode {
  const byCode = groupBy(
    endpoints.flatMap(({ times }) => [...times]),
    ([code]) => code,
  );
  const ascending = [...byCode].sort(([a], [b]) => a - b);
  return new Map(ascending.map(([code, same]) => [code, mergeHistograms(same.map(([, times]) => times))]));
}
