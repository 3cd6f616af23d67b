import { isStatusRule } from "../http/status-rule.ts";
import type { Attempt, CaseRun, CheckRun, HeaderLine, Outcome, ReceivedResponse } from "./model.ts";
import { createPool } from "./pool.ts";

/** Header fields that are compared over a whole suite. */
const compared: ReadonlySet<string> = new Set([
  "accept",
  "content-type",
  "server",
  "strict-transport-security",
  "www-authenticate",
  "x-content-type-options",
]);

/** Of a kind, so many are known by heart. */
const mostKnown = 50_000;

/**
 * Takes out of cases what takes room (urls, most headers, bodies, messages, passed checks, times) and keeps what outcomes, the matrix and
 * the findings are computed from; equal parts share their place in memory. A big result has this of each case, and reads the rest
 * again where it is drawn.
 */
export function createOutliner(): (one: CaseRun) => Outlined {
  const text = createPool<string>((each) => each, mostKnown);
  const part = createPool<unknown>((each) => JSON.stringify(each), mostKnown);
  const shared = <T>(value: T): T => part(value) as T;
  return (one) => {
    // Written at once: an object that is put together of others takes three times as much.
    const outlined: Outlined = {
      id: one.id,
      title: one.title,
      group: text(one.group),
      endpoint: text(one.endpoint),
      method: text(one.method),
      path: text(one.path),
      expected: shared(one.expected),
      origin: one.origin,
      manifest: shared(one.manifest),
      why: text(one.why),
      source: text(one.source),
      needs: one.needs.length === 0 ? none : shared(one.needs),
      attempts: shared(one.attempts.map(outlineAttempt)),
      durationMs: totalMs(one),
      // Set later; an object that does not grow takes half of the room.
      outcome: "errored",
    };
    return Object.assign(outlined, rareParts(one));
  };
}

/** All attempts of a case, in milliseconds. */
export function totalMs({ attempts }: CaseRun): number {
  return attempts.reduce((total, { durationMs }) => total + durationMs, 0);
}

/** A case whose outcome is not known yet. */
export type Outlined = CaseRun & { outcome: Outcome; because?: string; readonly durationMs: number };

function rareParts({ suite, edge, spoiledBy, unproven, skipped, isOptional }: CaseRun) {
  return {
    ...(suite !== undefined && { suite }),
    ...(edge !== undefined && { edge }),
    ...(spoiledBy && { spoiledBy }),
    ...(unproven !== undefined && { unproven }),
    ...(skipped !== undefined && { skipped }),
    ...(isOptional && { isOptional }),
  };
}

const none: ReadonlyArray<string> = [];

/** Without its time, so that equal ones can be shared. */
function outlineAttempt({ status, request, response, error, checks }: Attempt): Attempt {
  return {
    status,
    durationMs: 0,
    ...(request && { request: { method: request.method, url: "", headers: request.headers.filter(isCompared) } }),
    ...(response && { response: outlineResponse(response) }),
    ...(error && { error }),
    checks: outlineChecks(checks),
  };
}

function outlineResponse({ status, headers, sizeBytes, errorBody }: ReceivedResponse): ReceivedResponse {
  return {
    status,
    headers: headers.filter(isCompared),
    timeMs: 0,
    sizeBytes: Math.min(1, sizeBytes),
    ...(errorBody && {
      errorBody: { fields: errorBody.fields, ...(errorBody.code !== undefined && { code: errorBody.code }) },
    }),
  };
}

function isCompared({ name }: HeaderLine): boolean {
  return compared.has(name.toLowerCase());
}

/** Those that failed, those whose success is looked at, and one at least: that nothing was asserted must show. */
function outlineChecks(checks: ReadonlyArray<CheckRun>): ReadonlyArray<CheckRun> {
  const kept = checks.filter(({ rule, passed }) => !passed || isStatusRule(rule) || rule === "delete-takes-one");
  return (kept.length > 0 ? kept : checks.slice(0, 1)).map(({ message: _, ...check }) => check);
}
