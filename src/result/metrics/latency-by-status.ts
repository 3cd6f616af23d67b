import { groupBy } from "../group-by.ts";
import { ascending, percentile } from "./percentile.ts";
import type { Sample } from "./sample.ts";
import { classOf, type StatusClass, statusClasses } from "./status-class.ts";

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
export function latencyByStatus({ replies }: Sample): LatencyByStatus | null {
  const responses = replies.map(({ response }) => response);
  const byClass = groupBy(responses, ({ status }) => classOf(status));
  const byCode = [...groupBy(responses, ({ status }) => status)].sort(([a], [b]) => a - b);
  const [all] = timed(responses);
  if (all === undefined) return null;
  return {
    all,
    classes: statusClasses.flatMap((name) => timed(byClass.get(name) ?? []).map((row) => ({ class: name, ...row }))),
    codes: byCode.flatMap(([code, alike]) => timed(alike).map((row) => ({ code, ...row }))),
  };
}

function timed(responses: ReadonlyArray<{ readonly timeMs: number }>): ReadonlyArray<Latency> {
  const times = ascending(responses.map(({ timeMs }) => timeMs));
  const [min] = times;
  const max = times.at(-1);
  if (min === undefined || max === undefined) return [];
  const rank = (percent: number) => percentile(times, percent) ?? max;
  const sum = times.reduce((total, each) => total + each, 0);
  return [
    {
      count: times.length,
      min,
      mean: sum / times.length,
      p50: rank(50),
      p90: rank(90),
      p95: rank(95),
      p99: rank(99),
      max,
      isLowSample: times.length < enough,
    },
  ];
}
