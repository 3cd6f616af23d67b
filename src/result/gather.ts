import type { MergedCases } from "./merge-parts.ts";
import type { CaseRun, Summary } from "./model.ts";
import { createOutliner, type Outlined, totalMs } from "./outline.ts";
import type { SuiteResult } from "./result.ts";
import { countChecks, requestsOf } from "./summary.ts";
import { countCase } from "./tally/count-case.ts";
import type { EndpointTally } from "./tally/endpoint-tally.ts";

/** What one look at each case of a suite leaves. */
export interface Gathered {
  readonly outline: ReadonlyArray<Outlined>;
  /** Where each case of the outline is among the merged cases. */
  readonly places: ReadonlyArray<number>;
  readonly tallies: ReadonlyArray<EndpointTally>;
  readonly requests: number;
  readonly checks: Summary["checks"];
  readonly slowest: SuiteResult["slowest"];
  /** The durations of all attempts. */
  readonly attemptsMs: number;
}

const mostSlow = 10;

/** Goes through the cases of a suite, each of which is read once. */
export function gather(cases: MergedCases): Gathered {
  const outlineOf = createOutliner();
  const outline: Outlined[] = [];
  const places: number[] = [];
  const tallies = new Map<string, EndpointTally>();
  const checks = { passed: 0, failed: 0, warned: 0 };
  let slowest: SuiteResult["slowest"] = [];
  let requests = 0;
  let attemptsMs = 0;
  for (let at = 0; at < cases.size; at += 1) {
    const one = cases.read(at);
    if (one === undefined) continue;
    places.push(at);
    // The id is in memory already.
    outline.push(outlineOf({ ...one, id: cases.idOf(at) }));
    countCase(tallies, one);
    countChecks(checks, one);
    slowest = withSlow(slowest, one);
    requests += requestsOf(one);
    attemptsMs += totalMs(one);
  }
  return { outline, places, tallies: [...tallies.values()], requests, checks, slowest, attemptsMs };
}

function withSlow(slowest: SuiteResult["slowest"], { id, title, attempts }: CaseRun): SuiteResult["slowest"] {
  const timeMs = attempts.at(-1)?.response?.timeMs;
  if (timeMs === undefined) return slowest;
  if (slowest.length === mostSlow && timeMs <= (slowest.at(-1)?.timeMs ?? 0)) return slowest;
  return [...slowest, { id, title, timeMs }].sort((a, b) => b.timeMs - a.timeMs).slice(0, mostSlow);
}
