import { givenTo, sortAlerts } from "./alerts/alert-order.ts";
import { type AskedAlert, askedOf } from "./alerts/asked-alerts.ts";
import { judgeAlert } from "./alerts/judge-alert.ts";
import { withHistory } from "./history/history-of.ts";
import { type PastSuite, recallSuite } from "./history/past-suite.ts";
import type { AlertText } from "./model.ts";
import type { Result, SuiteResult } from "./result.ts";

/** What a result is held against, besides a file of known deviations. */
export interface Yardsticks {
  /** Limits besides those of the suites themselves. */
  readonly alerts?: ReadonlyArray<AlertText>;
  /** Earlier runs, oldest first. Each is looked at once, and may be made when it is asked for. */
  readonly earlier?: Iterable<Result>;
  /** Whether a suite of an earlier run is the same; default: its name and its environment are. */
  readonly isSame?: (past: SuiteResult, suite: SuiteResult) => boolean;
}

interface Comparison {
  readonly suite: SuiteResult;
  readonly asked: ReadonlyArray<AskedAlert>;
  readonly past: PastSuite[];
}

/** A result with its alerts, and with what has changed since earlier runs. */
export function judgeResult(
  result: Result,
  { alerts: given = [], earlier = [], isSame = isSameSuite }: Yardsticks,
): Result {
  const comparisons = result.suites.map((suite): Comparison => {
    return { suite, asked: askedOf(suite, givenTo(suite, given, result.suites)), past: [] };
  });
  for (const run of earlier) {
    for (const { suite, asked, past } of comparisons) {
      const same = run.suites.find((one) => isSame(one, suite));
      if (same) past.push(recallSuite(same, suite, asked));
    }
  }
  return {
    ...result,
    suites: comparisons.map(({ suite, past }) => withHistory(suite, past)),
    alerts: sortAlerts(comparisons.flatMap(alertsOf)),
  };
}

function alertsOf({ suite, asked, past }: Comparison) {
  const alike = past.filter(({ isAlike }) => isAlike);
  return asked.map((alert, index) => {
    const earlier = alike.map(({ readings }) => readings[index] ?? null);
    return judgeAlert(alert, suite, earlier);
  });
}

function isSameSuite(past: SuiteResult, suite: SuiteResult): boolean {
  return past.suite === suite.suite && past.environment === suite.environment;
}
