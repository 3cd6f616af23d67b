import { stripVTControlCharacters } from "node:util";
import type { Attempt, CaseRun, HeaderLine, ReceivedResponse } from "../result/model.ts";

/** What the lines of a request log have in common, and what only its writer knows of one. */
export interface LogContext {
  readonly runId: string;
  readonly suite: string;
  readonly environment: string;
  /** When the request ended: ISO 8601, UTC. */
  readonly timestamp: string;
  /** The how manyth time the case was sent, from 1. */
  readonly attempt: number;
}

/** What a log shows of headers: nothing that carries credentials is among them. */
const shownHeaders: ReadonlySet<string> = new Set([
  "accept",
  "accept-language",
  "age",
  "allow",
  "cache-control",
  "content-encoding",
  "content-language",
  "content-length",
  "content-location",
  "content-type",
  "date",
  "deprecation",
  "etag",
  "host",
  "if-match",
  "if-none-match",
  "last-modified",
  "location",
  "prefer",
  "range",
  "content-range",
  "retry-after",
  "server",
  "server-timing",
  "sunset",
  "tracestate",
  "transfer-encoding",
  "user-agent",
  "vary",
]);
const shownFamilies = /^(?:x-)?(?:rate-?limit|request-id|correlation-id|trace-?id|traceparent)/;

/** Where servers say under which number they have noted a request, the most usual first. */
const correlationHeaders = [
  "x-request-id",
  "request-id",
  "x-correlation-id",
  "correlation-id",
  "x-trace-id",
  "traceparent",
  "x-amzn-requestid",
  "x-amzn-trace-id",
  "cf-ray",
];

const longestText = 500;
const longestUrl = 4000;

/** One request as a line of a log: NDJSON, secrets masked, nothing in it that a terminal or a reader of lines would act on. */
export function logLine(one: CaseRun, attempt: Attempt, context: LogContext): string {
  const { request, response, status, error } = attempt;
  const record = {
    timestamp: context.timestamp,
    runId: context.runId,
    suite: clean(context.suite),
    environment: clean(context.environment),
    method: clean(request?.method ?? one.method),
    path: clean(one.path),
    ...(request && { url: clean(withoutUser(request.url), longestUrl) }),
    ...(response && { status: response.status, responseTimeMs: response.timeMs, responseBytes: response.sizeBytes }),
    case: clean(one.id),
    title: clean(one.title),
    ...(one.edge !== undefined && { edge: clean(one.edge) }),
    attempt: context.attempt,
    outcome: status,
    checks: checkCounts(attempt),
    ...(error && { error: { code: clean(error.code), message: clean(error.message) } }),
    ...(response && response.status >= 400 && detailsOf(response)),
    ...(request && { requestHeaders: shown(request.headers) }),
    ...(response && { responseHeaders: shown(response.headers) }),
  };
  return `${escaped(JSON.stringify(record))}\n`;
}

function checkCounts({ checks }: Attempt) {
  const failed = checks.filter(({ passed, level }) => !passed && level === "error").length;
  const warned = checks.filter(({ passed, level }) => !passed && level === "warning").length;
  return { passed: checks.length - failed - warned, failed, warned };
}

/** What an error says of itself. */
function detailsOf({ errorBody, headers }: ReceivedResponse) {
  const { fields: _, ...said } = errorBody ?? { fields: [] };
  const correlationId = correlationHeaders.map((name) => headerOf(headers, name)).find((value) => value !== undefined);
  const details = Object.entries({ ...(correlationId !== undefined && { correlationId }), ...said });
  return details.length === 0
    ? {}
    : { details: Object.fromEntries(details.map(([name, text]) => [name, clean(text)])) };
}

function headerOf(headers: ReadonlyArray<HeaderLine>, wanted: string): string | undefined {
  return headers.find(({ name, value }) => name.toLowerCase() === wanted && value !== "")?.value;
}

/** By name; what is sent several times is one list (RFC 9110, 5.3). */
function shown(headers: ReadonlyArray<HeaderLine>): Readonly<Record<string, string>> {
  const values = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (!shownHeaders.has(key) && !shownFamilies.test(key)) continue;
    const before = values.get(key);
    values.set(key, clean(before === undefined ? withoutUser(value) : `${before}, ${withoutUser(value)}`));
  }
  return Object.fromEntries(values);
}

/** `http://user@host`: who asks is nobody's business. */
function withoutUser(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]{0,20}:)?\/\/[^\s/?#]*@/i, "$1//");
}

function clean(text: string, most = longestText): string {
  return stripVTControlCharacters(text.slice(0, 4 * most)).slice(0, most);
}

/** JSON leaves some controls as they are, the ends of line of Unicode, and marks that turn the direction of writing. */
function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
