import { percentileOf } from "../tally/histogram.ts";
import type { Sample } from "./sample.ts";
import { timesByCode } from "./times.ts";

/** How long it takes until a gateway gives up, in milliseconds. */
export interface GatewayDelay {
  readonly code: number;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  /** So long that something behind it did not answer. */
  readonly isLong: boolean;
  /** The usual timeout that the median is next to; null where it is near none. */
  readonly timeoutMs: number | null;
}

const codes = [502, 503, 504];
const longMs = 5000;
const usualTimeoutsMs = [1000, 2000, 5000, 10_000, 15_000, 29_000, 30_000, 60_000];
const tolerance = 0.05;

/** `met-504-delay`: null where none of them came. */
export function gatewayDelay(sample: Sample): ReadonlyArray<GatewayDelay> | null {
  const byCode = timesByCode(sample);
  const delays = codes.flatMap((code) => {
    const times = byCode.get(code);
    if (times === undefined) return [];
    const p50 = percentileOf(times, 50);
    const p95 = percentileOf(times, 95);
    if (p50 === null || p95 === null) return [];
    return [{ code, count: times.count, p50, p95, isLong: p50 >= longMs, timeoutMs: nearestTimeout(p50) }];
  });
  return delays.length === 0 ? null : delays;
}

function nearestTimeout(delay: number): number | null {
  const near = usualTimeoutsMs.filter((each) => Math.abs(delay - each) <= tolerance * each);
  return near.sort((a, b) => Math.abs(delay - a) - Math.abs(delay - b))[0] ?? null;
}
