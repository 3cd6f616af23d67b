import type { MergedCases } from "./merge-parts.ts";
import type { CaseRun, CheckRun, Summary } from "./model.ts";
import { createOutliner, type Outlined } from "./outline.ts";
import type { SuiteResult } from "./result.ts";
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
    for (const { request, durationMs } of one.attempts) {
      if (request) requests += 1;
      attemptsMs += durationMs;
    }
  }
  return { outline, places, tallies: [...tallies.values()], requests, checks, slowest, attemptsMs };
}

/** Those of the last attempt; what an errored one checked says nothing. */
function countChecks(counts: { passed: number; failed: number; warned: number }, { attempts }: CaseRun): void {
  const last = attempts.at(-1);
  if (last === undefined || last.status === "errored") return;
  for (const check of last.checks) {
    const verdict = verdictOf(check);
    if (verdict) counts[verdict] += 1;
  }
}

/** A warning that was not given is nothing. */
function verdictOf({ level, passed }: CheckRun): keyof Summary["checks"] | undefined {
  if (level === "error") return passed ? "passed" : "failed";
  return passed ? undefined : "warned";
}

function withSlow(slowest: SuiteResult["slowest"], { id, title, attempts }: CaseRun): SuiteResult["slowest"] {
  const timeMs = attempts.at(-1)?.response?.timeMs;
  if (timeMs === undefined) return slowest;
  if (slowest.length === mostSlow && timeMs <= (slowest.at(-1)?.timeMs ?? 0)) return slowest;
  return [...slowest, { id, title, timeMs }].sort((a, b) => b.timeMs - a.timeMs).slice(0, mostSlow);
}
