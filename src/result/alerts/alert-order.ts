import type { AlertText } from "../model.ts";
import type { SuiteResult } from "../result.ts";
import type { Alert } from "./alert.ts";

/** Those that failed first; then in the order in which they were written. */
export function sortAlerts(alerts: ReadonlyArray<Alert>): ReadonlyArray<Alert> {
  return alerts.toSorted((a, b) => Number(b.state === "failed") - Number(a.state === "failed"));
}

/** Which limits of the command line a suite is held to: one of an endpoint is for the suites that have it, or for the first. */
export function givenTo(
  suite: SuiteResult,
  given: ReadonlyArray<AlertText>,
  all: ReadonlyArray<SuiteResult>,
): ReadonlyArray<AlertText> {
  const has = (one: SuiteResult, endpoint: string) => one.endpoints.some((each) => each.endpoint === endpoint);
  return given.filter(({ endpoint }) => {
    if (endpoint === undefined || has(suite, endpoint)) return true;
    return suite === all[0] && !all.some((one) => has(one, endpoint));
  });
}
