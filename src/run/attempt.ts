import { everyResponseTitle } from "../collection/every-response.ts";
import type { Check, EveryRule } from "../plan/model.ts";
import type { Attempt, CheckRun, SentRequest } from "../result/model.ts";
import { redactCheck } from "../result/redact/redact-case.ts";
import type { Execution, ObservedError } from "./execution.ts";
import type { Judged } from "./lane/batch.ts";
import type { Mask } from "./mask.ts";
import { namedError, ruleOfExecution, wireAttempt } from "./wire-attempt.ts";

/** How much of a request's body is kept where nothing is wrong, in characters. */
const shownBody = 2000;

/** What the cases of a suite have in common. */
export interface AttemptContext {
  readonly mask: Mask;
  /** How much of a body is kept where a check failed, in characters. */
  readonly keptBody: number;
  /** The rules of the collection's own script. */
  readonly every: ReadonlyArray<EveryRule>;
}

/** One execution of a case's item as an attempt: every planned check must have reported, or it proves nothing. */
export function attemptOf(one: Judged, execution: Execution, context: AttemptContext): Attempt {
  context.mask.learn(execution);
  return wireAttempt(one, execution, context.mask) ?? answeredAttempt(one, execution, context);
}

function answeredAttempt(one: Judged, execution: Execution, { mask, every, keptBody }: AttemptContext): Attempt {
  const reported = checkRuns(one, execution, every);
  const hasFailed = reported.some(({ level, passed }) => level === "error" && !passed);
  // What the server did wrong is known by then: that a script threw afterwards must not hide it.
  const thrown = hasFailed && execution.error?.code === "SCRIPT" ? execution.error : undefined;
  const checks = [...reported, ...(thrown ? [scriptCheck(thrown)] : [])].map((check) => redactCheck(check, mask));
  const error = thrown ? undefined : (execution.error ?? silentCheck(one, execution, every));
  const isOfInterest = error !== undefined || checks.some(({ passed }) => !passed);
  const { request, response } = execution;
  return {
    status: error ? "errored" : hasFailed ? "failed" : "passed",
    durationMs: execution.durationMs,
    ...(request && { request: cutRequest(mask.request(request), isOfInterest ? keptBody : shownBody) }),
    ...(response && { response: mask.response(response, hasFailed || error ? keptBody : 0) }),
    ...(error && { error: namedError({ ...error, message: mask.text(error.message) }, ruleOfExecution(execution)) }),
    checks: error ? [] : checks,
  };
}

/** A body of many megabytes, sent to be refused, need not be kept. Masked first: half a secret is not recognised. */
function cutRequest(request: SentRequest, keptBody: number): SentRequest {
  return request.body === undefined ? request : { ...request, body: request.body.slice(0, keptBody) };
}

/** An attempt that was never made: the run ended before it. */
export function missingAttempt(error: NonNullable<Attempt["error"]>): Attempt {
  return { status: "errored", durationMs: 0, error, checks: [] };
}

function checkRuns(one: Judged, execution: Execution, every: AttemptContext["every"]): ReadonlyArray<CheckRun> {
  const planned = new Map<string, Pick<Check, "id" | "rule"> | { readonly id: string; readonly rule: undefined }>([
    ...every.map(({ rule, title }) => [title, { id: rule, rule }] as const),
    [everyResponseTitle, { id: "every-response", rule: undefined }] as const,
    ...one.checks.map((check) => [check.title, check] as const),
  ]);
  const runs: CheckRun[] = [];
  for (const { name, state, message } of execution.assertions) {
    if (state === "skipped") continue;
    const check = planned.get(name);
    const { id, rule } = check ?? { id: `tests ${name}`, rule: undefined };
    const passed = state === "passed";
    runs.push({
      id,
      ...(rule && { rule }),
      title: name,
      level: "error",
      passed,
      ...(message !== undefined && { message }),
    });
  }
  return [...runs, ...warningRuns(one, execution, every)];
}

/** A warning says `rule, title, message` with console.warn; the user's own console.warn says what it likes. */
function warningRuns(one: Judged, { warnings }: Execution, every: AttemptContext["every"]): ReadonlyArray<CheckRun> {
  const runs: CheckRun[] = [];
  const known = [
    ...one.checks.filter(({ level }) => level === "warning"),
    ...every.map((rule) => ({ ...rule, id: rule.rule })),
  ];
  for (const [rule, title, message = ""] of warnings) {
    const check = known.find((planned) => planned.rule === rule && planned.title === title);
    if (check)
      runs.push({ id: check.id, rule: check.rule, title: check.title, level: "warning", passed: false, message });
  }
  return runs;
}

function scriptCheck({ message }: ObservedError): CheckRun {
  return { id: "script", title: "the script ran to its end", level: "error", passed: false, message };
}

/** A script that throws, or a test whose `done` is never called, loses assertions without a word. */
function silentCheck(
  one: Judged,
  { assertions, response }: Execution,
  every: AttemptContext["every"],
): Execution["error"] {
  const reported = new Set(assertions.map(({ name }) => name));
  if (every.length > 0 && response !== undefined && !reported.has(everyResponseTitle)) {
    return { code: "NO_REPORT", message: "the collection's own script never reported" };
  }
  const silent = one.checks.find(
    (check) => check.level === "error" && speaksOf(check, response?.status) && !reported.has(check.title),
  );
  return silent && { code: "NO_REPORT", message: `the check "${silent.title}" never reported` };
}

function speaksOf({ on }: Check, status = 0): boolean {
  return on === undefined || on.includes(status) || on.includes(`${Math.floor(status / 100)}xx`);
}
