import { mapCases } from "../map-cases.ts";
import type { SuiteResult } from "../result.ts";
import type { Change, Decline, FlakyCase, History, PastRun } from "./model.ts";
import { type PastSuite, trendValues, type Verdict, verdictOf } from "./past-suite.ts";

/** The suite with what became of it since earlier runs, oldest first; as it is where there are none. */
export function withHistory(suite: SuiteResult, past: ReadonlyArray<PastSuite>): SuiteResult {
  if (past.length === 0) return suite;
  const history = historyOf(suite, past);
  const changed = mapCases(suite, (one) => {
    const change = history.changes.get(one.id);
    return change === undefined ? one : { ...one, change };
  });
  return { ...changed, history };
}

function historyOf(suite: SuiteResult, past: ReadonlyArray<PastSuite>): History {
  const runs = past.filter(({ isAlike }) => isAlike);
  const decline = declineOf(trendValues(suite).successRate, runs);
  return {
    runs: runs.map(({ startedAt, summary, values }) => ({ startedAt, summary, values })),
    changes: changesOf(suite, past),
    flaky: flakyOf(suite, past),
    ...(decline && { decline }),
  };
}

/** Against the last run that says something of the case: what was not sent then, or now, is neither new nor fixed. */
function changesOf({ outline }: SuiteResult, past: ReadonlyArray<PastSuite>): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  for (const [index, one] of outline.entries()) {
    const now = verdictOf(one);
    const before = past.findLast(({ verdicts }) => verdicts[index] !== undefined)?.verdicts[index];
    if (now === "failed") changes.set(one.id, before === "failed" ? "still failing" : "new");
    else if (now === "passed" && before === "failed") changes.set(one.id, "fixed");
  }
  return changes;
}

function flakyOf({ outline }: SuiteResult, past: ReadonlyArray<PastSuite>): ReadonlyArray<FlakyCase> {
  const cases = outline.flatMap((one, index): ReadonlyArray<FlakyCase> => {
    const verdicts = [...past.map(({ verdicts }) => verdicts[index]), verdictOf(one)].filter(isVerdict);
    const count = shakyIn(verdicts);
    return count === 0 ? [] : [{ id: one.id, title: one.title, count, of: verdicts.length }];
  });
  return cases.sort((a, b) => b.count / b.of - a.count / a.of || b.count - a.count);
}

/** Runs in which it was flaky or failed, of a case that comes and goes. What broke once and was mended, or is broken now, does not. */
function shakyIn(verdicts: ReadonlyArray<Verdict>): number {
  const stretches = verdicts.filter((verdict, at) => verdict === "failed" && verdicts[at - 1] !== "failed").length;
  const isComing = stretches > 1;
  return verdicts.filter((verdict) => verdict === "flaky" || (isComing && verdict === "failed")).length;
}

function isVerdict(verdict: Verdict | undefined): verdict is Verdict {
  return verdict !== undefined;
}

const fewestRuns = 3;
const mostRuns = 10;
const points = 0.02;

/** `met-success-rate-trend`: two points below the median of the runs before. */
function declineOf(now: number | null, runs: ReadonlyArray<PastRun>): Decline | undefined {
  const rates = runs.map(({ values }) => values.successRate).filter((rate) => rate !== null);
  const before = rates.slice(-mostRuns).toSorted((a, b) => a - b);
  if (now === null || before.length < fewestRuns) return undefined;
  const middle = (before.length - 1) / 2;
  const median = ((before[Math.floor(middle)] ?? 0) + (before[Math.ceil(middle)] ?? 0)) / 2;
  // 0.98 - 0.96 is a little less than 0.02.
  return median - now >= points - 1e-9 ? { now, median, of: before.length } : undefined;
}
