import type { Attempt } from "../../result/model.ts";
import type { CaseResult, SuiteResult } from "../../result/result.ts";
import { accountText } from "../common/account.ts";
import { failedChecks, warningsOf, warningText } from "../common/checks.ts";
import { uuidOf } from "../common/digest.ts";
import { attemptText } from "../common/reasons.ts";

export type CtrfStatus = "passed" | "failed" | "skipped" | "pending" | "other";

const statuses = {
  passed: "passed",
  flaky: "passed",
  failed: "failed",
  errored: "failed",
  skipped: "skipped",
  unproven: "pending",
  inconclusive: "other",
} as const satisfies Record<CaseResult["outcome"], CtrfStatus>;

/** What a case is to CTRF; a known deviation is neither green nor red. */
export function statusOf({ outcome, known }: CaseResult): CtrfStatus {
  return outcome === "failed" && known !== undefined ? "other" : statuses[outcome];
}

/** A case as a test: the last attempt is the test, those before it are its history. */
export function testOfCase(one: CaseResult, { suite, environment }: SuiteResult, reason: string | undefined) {
  const last = one.attempts.at(-1);
  const isTold = one.outcome === "failed" || one.outcome === "errored";
  const earlier = one.attempts.slice(0, -1).map((attempt, index) => retryOf(one, attempt, index + 1));
  const steps = last === undefined || last.status === "errored" ? [] : stepsOf(last);
  return {
    testId: uuidOf(suite, environment, one.id),
    name: one.title || one.id || "(a case without a name)",
    status: statusOf(one),
    duration: Math.round(last?.durationMs ?? 0),
    suite: [suite, environment, one.group].filter((name) => name !== ""),
    message: reason,
    trace: isTold ? accountText(one, last) : undefined,
    line: one.manifest.line,
    rawStatus: one.known === undefined ? one.outcome : "known",
    tags: [
      one.origin,
      ...(one.edge === undefined ? [] : [one.edge]),
      ...(one.change === undefined ? [] : [one.change]),
    ],
    labels: { endpoint: one.endpoint, method: one.method, group: one.group, environment },
    type: "api",
    filePath: one.manifest.file,
    ...(earlier.length > 0 && { retries: earlier.length, retryAttempts: earlier }),
    flaky: one.outcome === "flaky",
    stdout: warningsOf(one).map((check) => `warning: ${warningText(check)}`),
    steps,
    extra: extraOf(one, last),
  };
}

function extraOf(one: CaseResult, last: Attempt | undefined) {
  const { id, expected, because, change, known, why, source } = one;
  const { column, length } = one.manifest;
  return { id, expected, code: last?.response?.status, because, change, known, why, source, column, length };
}

function retryOf(one: CaseResult, attempt: Attempt, number: number) {
  const hasPassed = attempt.status === "passed" && failedChecks(attempt).length === 0;
  return {
    attempt: number,
    status: hasPassed ? "passed" : "failed",
    duration: Math.round(attempt.durationMs),
    ...(!hasPassed && { message: attemptText(one, attempt), trace: accountText(one, attempt) }),
  };
}

/** A warning that was given has not failed anything. */
function stepsOf({ checks }: Attempt) {
  return checks.map(({ title, rule, passed, level, message }) => ({
    name: title,
    status: passed ? "passed" : level === "error" ? "failed" : "other",
    extra: { rule, level, message },
  }));
}
