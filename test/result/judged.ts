import type { Alert } from "../../src/result/alerts/alert.ts";
import { judgeResult, type Yardsticks } from "../../src/result/judge-result.ts";
import type { CaseRun, Run } from "../../src/result/model.ts";
import type { Result, SuiteResult } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { buildCase, buildRun } from "./run-builder.ts";

/** The result of a run of these cases, held against limits and earlier runs. */
export function judgedRun(run: Run, yardsticks: Omit<Yardsticks, "earlier"> & { earlier?: ReadonlyArray<Run> } = {}) {
  const { earlier = [], ...rest } = yardsticks;
  return judgeResult(resultOf(run), { ...rest, earlier: earlier.map(resultOf) });
}

/** The only suite of a result. */
export function onlySuite({ suites }: Result): SuiteResult {
  const [suite, ...more] = suites;
  if (suite === undefined || more.length > 0) throw new Error(`expected one suite, got ${suites.length}`);
  return suite;
}

/** What becomes of limits in a run: `kept: p95 is 12 ms, and must be < 1s`. */
export function alertsOn(run: Run, texts: ReadonlyArray<string>, earlier: ReadonlyArray<Run> = []) {
  const alerts = texts.map((text) => ({ text }));
  return judgedRun(run, { alerts, earlier }).alerts.map(({ state, message }: Alert) => `${state}: ${message}`);
}

/** A run on a day of November in which cases gave these codes to `GET /<name>`, which expects 200; 0: it was not sent. */
export function runOfDay(day: number, codes: Readonly<Record<string, number>>, changes: Partial<Run> = {}): Run {
  const cases = Object.entries(codes).map(([name, code]): CaseRun => {
    const endpoint = `GET /${name}`;
    return code === 0
      ? buildCase(endpoint, "200", { skipped: "--bail" })
      : buildCase(endpoint, "200", { attempts: [code] });
  });
  return buildRun(cases, { startedAt: `2025-11-${String(day).padStart(2, "0")}T10:00:00.000Z`, ...changes });
}
