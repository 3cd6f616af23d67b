import type { Sample } from "./sample.ts";

/** What was left of the limit, 0 to 1. */
export interface Headroom {
  /** The responses that say it. */
  readonly count: number;
  readonly min: number;
  readonly p10: number;
}

/** `met-429-headroom`: null where no response has the headers. */
export function rateLimitHeadroom({ endpoints }: Sample): Headroom | null {
  const counts = endpoints.flatMap(({ limits }) => [...limits.left]).sort(([a], [b]) => a - b);
  const count = counts.reduce((total, [, each]) => total + each, 0);
  const [first] = counts;
  if (first === undefined) return null;
  return { count, min: first[0], p10: atRank(counts, Math.max(1, Math.ceil((10 * count) / 100))) ?? first[0] };
}

/** The value that stands there, when each value stands in line as often as it was counted. */
function atRank(counts: ReadonlyArray<readonly [value: number, count: number]>, rank: number): number | undefined {
  let seen = 0;
  for (const [value, count] of counts) {
    seen += count;
    if (seen >= rank) return value;
  }
  return undefined;
}
