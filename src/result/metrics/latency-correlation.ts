import { groupBy } from "../group-by.ts";
import { ascending, percentile } from "./percentile.ts";
import type { Sample } from "./sample.ts";

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
export function latencyCorrelation({ replies }: Sample): ReadonlyArray<Slowness> | null {
  const responses = replies.map(({ response }) => response);
  const successes = responses.filter(({ status }) => status >= 200 && status < 300);
  const base = successes.length < fewest ? null : median(successes);
  if (base === null || base === 0) return null;
  const byCode = [...groupBy(responses, ({ status }) => status)].sort(([a], [b]) => a - b);
  return byCode.flatMap(([code, alike]) => {
    const own = alike.length < fewest ? null : median(alike);
    return own === null ? [] : [{ code, count: alike.length, times: own / base, isSlow: own / base >= slow }];
  });
}

function median(responses: ReadonlyArray<{ readonly timeMs: number }>): number | null {
  return percentile(ascending(responses.map(({ timeMs }) => timeMs)), 50);
}
