import type { Attempt, CheckRun } from "../model.ts";
import type { Mask } from "../redact/mask.ts";
import { redactCheck } from "../redact/redact-case.ts";
import { exchangeOf, ownAnswer } from "./exchange.ts";
import type { Visit } from "./visits.ts";

type AttemptError = NonNullable<Attempt["error"]>;

interface AttemptContext {
  readonly mask: Mask;
  /** Of a check's title: what is known of it in a collection that newmanifest generated. */
  readonly checkOf: (title: string) => Pick<CheckRun, "id" | "rule">;
}

/**
 * A visit as an attempt. Its time is the response's: how long its scripts took is not in a report. Nor are the warnings of checks
 * (console.warn), what a timer of a script threw, a `setNextRequest` to nowhere, a file that was not sent, and what shows whether a
 * connection broke by the server's fault: all that is an error of the transport is `errored`.
 */
export function attemptOf(visit: Visit, { mask, checkOf }: AttemptContext): Attempt {
  const reported = assertionsOf(visit).map((assertion) => ({ ...checkOf(assertion.title), ...assertion }));
  const hasFailed = reported.some(({ passed }) => !passed);
  const found = errorOf(visit);
  // What the server did wrong is known by then: that a script threw afterwards must not hide it.
  const thrown = hasFailed && found?.code === "SCRIPT" ? found : undefined;
  const error = thrown ? undefined : found;
  const all = [...reported, ...(thrown ? [scriptCheck(thrown.message)] : [])];
  return {
    status: error ? "errored" : hasFailed ? "failed" : "passed",
    ...exchangeOf(visit, hasFailed || error !== undefined, mask),
    ...(error && { error: { ...error, message: mask.text(error.message) } }),
    checks: error ? [] : all.map((check) => redactCheck(check, mask)),
  };
}

type Assertion = Pick<CheckRun, "title" | "level" | "passed" | "message">;

/** Skipped ones say nothing. Of a visit without a request only what failed is known, from the list of failures. */
function assertionsOf({ execution, failures }: Visit): ReadonlyArray<Assertion> {
  const listed = execution?.assertions.filter(({ skipped }) => skipped !== true) ?? [];
  const own = listed.map(({ assertion, error }) => assertionOf(assertion, error ?? undefined));
  const told = failures
    .filter(({ at }) => at.startsWith("assertion"))
    .map(({ error }) =>
      assertionOf(typeof error.test === "string" ? error.test : "an assertion without a name", error),
    );
  const known = new Set(own.filter(({ passed }) => !passed).map(({ title }) => title));
  return [...own, ...told.filter(({ title }) => !known.has(title))];
}

function assertionOf(title: string, error: { readonly message?: string | undefined } | undefined): Assertion {
  const message = error?.message;
  return { title, level: "error", passed: error === undefined, ...(message !== undefined && { message }) };
}

/** The first thing that went wrong: before the request, with it, after it. */
function errorOf(visit: Visit): AttemptError | undefined {
  return scriptError(visit, "prerequest") ?? requestError(visit) ?? scriptError(visit, "test") ?? otherError(visit);
}

function scriptError({ execution, failures }: Visit, listen: "prerequest" | "test"): AttemptError | undefined {
  const own = execution?.[`${listen}Script`]?.find(({ error }) => error !== undefined)?.error;
  const told = own ?? failures.find(({ at }) => at.startsWith(`${listen}-script`))?.error;
  return told && { code: "SCRIPT", message: told.message ?? "a script threw something that is no error" };
}

function requestError({ itemId, execution, failures }: Visit): AttemptError | undefined {
  const told = failures.find(({ at, source }) => at === "request" && source?.id === itemId)?.error;
  // An entry keeps the error of any request that was sent meanwhile; its own one left it without a response.
  const { request, response } = ownAnswer(execution);
  const left = request !== undefined && response === undefined ? execution?.requestError : undefined;
  const error = told ?? left;
  return error && { code: codeOf(error), message: error.message ?? codeOf(error) };
}

/** What else went wrong with an item, and has no place in its execution. */
function otherError({ execution, failures }: Visit): AttemptError | undefined {
  const known = execution ? /^(?:assertion|request$|prerequest-script|test-script)/ : /^assertion/;
  const error = failures.find(({ at }) => !known.test(at))?.error;
  return error && { code: codeOf(error), message: error.message ?? codeOf(error) };
}

function codeOf({ code }: { readonly code?: unknown }): string {
  return typeof code === "string" ? code : "ERROR";
}

function scriptCheck(message: string): CheckRun {
  return { id: "script", title: "the script ran to its end", level: "error", passed: false, message };
}
