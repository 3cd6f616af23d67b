import { type Histogram, mergeHistograms } from "../tally/histogram.ts";
import type { Sample } from "./sample.ts";

/** The response times of these codes, of all endpoints. */
export function timesThat({ endpoints }: Sample, isCounted: (status: number) => boolean): Readonly<Histogram> {
  return mergeHistograms(
    endpoints.flatMap(({ times }) => [...times].filter(([status]) => isCounted(status)).map(([, each]) => each)),
  );
}

/** The codes that came, ascending. */
export function codesOf({ endpoints }: Sample): ReadonlyArray<number> {
  return [...new Set(endpoints.flatMap(({ times }) => [...times.keys()]))].sort((a, b) => a - b);
}
