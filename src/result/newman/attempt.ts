import type { Attempt, CheckRun, HeaderLine, SentRequest } from "../model.ts";
import type { NewmanMask, WholeResponse } from "./mask.ts";
import { bodyText, urlText } from "./request-text.ts";
import { responseBytes, responseText } from "./response-text.ts";
import type { NamedValue, NewmanExecution, NewmanRequest, NewmanResponse } from "./schema.ts";
import type { Visit } from "./visits.ts";

/** How much of a body is kept where a check failed, and of a request's where nothing is wrong, in characters: as in our own runs. */
const keptBody = 64_000;
const shownBody = 2000;

type AttemptError = NonNullable<Attempt["error"]>;

interface AttemptContext {
  readonly mask: NewmanMask;
  /** Of a check's title: what is known of it in a collection that newmanifest generated. */
  readonly checkOf: (title: string) => Pick<CheckRun, "id" | "rule">;
}

/**
 * A visit as an attempt. Its time is the response's: how long its scripts took is not in a report. Nor are the warnings of checks
 * (console.warn), what a timer of a script threw, a `setNextRequest` to nowhere, a file that was not sent, and what shows whether a
 * connection broke by the server's fault: all that is an error of the transport is `errored`.
 */
export function attemptOf(visit: Visit, { mask, checkOf }: AttemptContext): Attempt {
  const { execution } = visit;
  const reported = assertionsOf(visit).map((assertion) => ({ ...checkOf(assertion.title), ...assertion }));
  const hasFailed = reported.some(({ passed }) => !passed);
  const found = errorOf(visit);
  // What the server did wrong is known by then: that a script threw afterwards must not hide it.
  const thrown = hasFailed && found?.code === "SCRIPT" ? found : undefined;
  const error = thrown ? undefined : found;
  const all = [...reported, ...(thrown ? [scriptCheck(thrown.message)] : [])];
  const { request, response } = ownAnswer(execution);
  const isWrong = hasFailed || error !== undefined;
  const sent = request && mask.request(sentRequest(request));
  return {
    status: error ? "errored" : hasFailed ? "failed" : "passed",
    durationMs: response?.responseTime ?? 0,
    ...(sent && { request: cutRequest(sent, isWrong ? keptBody : shownBody) }),
    ...(response && { response: mask.response(wholeResponse(response, isWrong), isWrong ? keptBody : 0) }),
    ...(error && { error: { ...error, message: mask.text(error.message) } }),
    checks: error ? [] : all.map((check) => maskCheck(check, mask)),
  };
}

type Assertion = Pick<CheckRun, "title" | "level" | "passed" | "message">;

/** Skipped ones say nothing. Of a visit without a request only what failed is known. */
function assertionsOf({ execution, failures }: Visit): ReadonlyArray<Assertion> {
  if (execution) {
    return execution.assertions
      .filter(({ skipped }) => skipped !== true)
      .map(({ assertion, error }) => ({
        title: assertion,
        level: "error",
        passed: !error,
        ...(error?.message !== undefined && { message: error.message }),
      }));
  }
  const failed = failures.filter(({ at }) => at.startsWith("assertion"));
  return failed.map(({ error: { test, message = "" } }) => ({
    title: typeof test === "string" ? test : "an assertion without a name",
    level: "error",
    passed: false,
    message,
  }));
}

/** What `pm.sendRequest` of a script got in their place, is no answer to the item's own request, and hides it. */
function ownAnswer(execution: NewmanExecution | undefined): Pick<NewmanExecution, "request" | "response"> {
  if (execution === undefined) return {};
  const { id, item } = execution;
  return id === undefined || id === item.id ? execution : {};
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

/** What kept an item from being run, where it is neither a script nor the request. */
function otherError({ execution, failures }: Visit): AttemptError | undefined {
  const error = execution ? undefined : failures.find(({ at }) => !at.startsWith("assertion"))?.error;
  return error && { code: codeOf(error), message: error.message ?? codeOf(error) };
}

function codeOf({ code }: { readonly code?: unknown }): string {
  return typeof code === "string" ? code : "ERROR";
}

function scriptCheck(message: string): CheckRun {
  return { id: "script", title: "the script ran to its end", level: "error", passed: false, message };
}

function sentRequest({ method = "GET", url, header, body }: NewmanRequest): SentRequest {
  const text = bodyText(body);
  const headers = linesOf(header);
  // Newman writes this one when it sends, after it has reported the request.
  const isForm = body?.mode === "urlencoded" && !headers.some(({ name }) => /^content-type$/i.test(name));
  return {
    method,
    url: urlText(url),
    headers: isForm ? [...headers, { name: "Content-Type", value: "application/x-www-form-urlencoded" }] : headers,
    ...(text !== "" && { body: text }),
  };
}

/** Masked first: half a secret is not recognised. */
function cutRequest(request: SentRequest, kept: number): SentRequest {
  return request.body === undefined ? request : { ...request, body: request.body.slice(0, kept) };
}

/** Of an error the names of its fields are kept, so that a mask needs its body; of what is as it should be nobody does. */
function wholeResponse(response: NewmanResponse, isWrong: boolean): WholeResponse {
  return {
    status: response.code,
    headers: linesOf(response.header),
    timeMs: response.responseTime,
    sizeBytes: responseBytes(response),
    body: isWrong || response.code >= 400 ? responseText(response) : "",
  };
}

function linesOf(headers: ReadonlyArray<NamedValue>): ReadonlyArray<HeaderLine> {
  return headers.filter(({ disabled }) => disabled !== true).map(({ key, value }) => ({ name: key, value }));
}

/** The user's own tests may have a secret in their names as well. */
function maskCheck(check: CheckRun, mask: NewmanMask): CheckRun {
  const { id, rule, title, message } = check;
  const names = rule === undefined ? { id: mask.text(id), title: mask.text(title) } : {};
  return { ...check, ...names, ...(message !== undefined && { message: mask.text(message) }) };
}
