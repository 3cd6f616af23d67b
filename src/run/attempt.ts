import type { Case, Check } from "../plan/model.ts";
import type { Attempt, CheckRun } from "../result/model.ts";
import type { Execution, ObservedError } from "./execution.ts";
import type { Mask } from "./mask.ts";

const keptBodyBytes = 64_000;

/** One execution of a case's item as an attempt: every planned check must have reported, or it proves nothing. */
export function attemptOf(one: Case, execution: Execution, mask: Mask): Attempt {
  const reported = checkRuns(one, execution);
  const hasFailed = reported.some(({ level, passed }) => level === "error" && !passed);
  // What the server did wrong is known by then: that a script threw afterwards must not hide it.
  const thrown = hasFailed && execution.error?.code === "SCRIPT" ? execution.error : undefined;
  const checks = [...reported, ...(thrown ? [scriptCheck(thrown)] : [])].map((check) => maskCheck(check, mask));
  const error = thrown ? undefined : (execution.error ?? silentCheck(one, execution));
  const { request, response } = execution;
  return {
    status: error ? "errored" : hasFailed ? "failed" : "passed",
    durationMs: execution.durationMs,
    ...(request && { request: mask.request(request) }),
    ...(response && { response: mask.response(response, hasFailed || error ? keptBodyBytes : 0) }),
    ...(error && { error: { code: error.code, message: mask.text(error.message) } }),
    checks: error ? [] : checks,
  };
}

/** An attempt that was never made: the run ended before it. */
export function missingAttempt(error: { readonly code: string; readonly message: string }): Attempt {
  return { status: "errored", durationMs: 0, error, checks: [] };
}

function checkRuns(one: Case, execution: Execution): ReadonlyArray<CheckRun> {
  const planned = new Map(one.checks.map((check) => [check.title, check]));
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
  return [...runs, ...warningRuns(one, execution)];
}

/** A warning says `rule, title, message` with console.warn; the user's own console.warn says what it likes. */
function warningRuns(one: Case, { warnings }: Execution): ReadonlyArray<CheckRun> {
  const runs: CheckRun[] = [];
  for (const [rule, title, message = ""] of warnings) {
    const check = one.checks.find((planned) => planned.level === "warning" && isSaidBy(planned, rule, title));
    if (check)
      runs.push({ id: check.id, rule: check.rule, title: check.title, level: "warning", passed: false, message });
  }
  return runs;
}

function isSaidBy(check: Check, rule: string | undefined, title: string | undefined): boolean {
  return check.rule === rule && check.title === title;
}

function scriptCheck({ message }: ObservedError): CheckRun {
  return { id: "script", title: "the script ran to its end", level: "error", passed: false, message };
}

/** A script that throws, or a test whose `done` is never called, loses assertions without a word. */
function silentCheck(one: Case, { assertions, response }: Execution): Execution["error"] {
  const reported = new Set(assertions.map(({ name }) => name));
  const silent = one.checks.find(
    (check) => check.level === "error" && speaksOf(check, response?.status) && !reported.has(check.title),
  );
  return silent && { code: "NO_REPORT", message: `the check "${silent.title}" never reported` };
}

function speaksOf({ on }: Check, status = 0): boolean {
  return on === undefined || on.includes(status) || on.includes(`${Math.floor(status / 100)}xx`);
}

/** The user's own tests may have a secret in their names as well. */
function maskCheck(check: CheckRun, mask: Mask): CheckRun {
  const { id, rule, title, message } = check;
  const names = rule === undefined ? { id: mask.text(id), title: mask.text(title) } : {};
  return { ...check, ...names, ...(message !== undefined && { message: mask.text(message) }) };
}
