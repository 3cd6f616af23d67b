import { isAsExpected, patternsOf } from "../metrics/expected-codes.ts";
import type { Attempt, CaseRun, ReceivedResponse } from "../model.ts";
import { countIn, createTally, type EndpointTally, type ReplyKind, timesOf } from "./endpoint-tally.ts";
import { recordTime } from "./histogram.ts";
import { partLeft } from "./part-left.ts";

/** How endpoints that say whether a service is up are called: the last segment of their path. */
const healthPath = /\/(?:health|healthz|healthcheck|health-check|livez|live|liveness|readyz|ready|readiness|ping)\/?$/i;

/** Counts a case in the tally of its endpoint. */
export function countCase(tallies: Map<string, EndpointTally>, one: CaseRun): void {
  const tally = tallies.get(one.endpoint) ?? createTally(one.endpoint);
  tallies.set(one.endpoint, tally);
  const patterns = patternsOf(one);
  if (one.origin === "declared" && patterns.length > 0) tally.declared.add(JSON.stringify(patterns));
  for (const [index, attempt] of one.attempts.entries()) {
    if (attempt.response) countReply(tally, { one, patterns, attempt, response: attempt.response, index });
    else if (attempt.request) countUnanswered(tally, one, attempt);
    // What an errored attempt checked says nothing.
    if (attempt.status !== "errored") countChecks(tally, attempt);
  }
}

interface Reply {
  readonly one: CaseRun;
  readonly patterns: ReadonlyArray<string>;
  readonly attempt: Attempt;
  readonly response: ReceivedResponse;
  readonly index: number;
}

function countReply(tally: EndpointTally, reply: Reply): void {
  const { one, response, index } = reply;
  const kind = kindOf(reply);
  countIn(tally.replies, Object.values(kind).join(), kind);
  recordTime(timesOf(tally, response.status), response.timeMs);
  const left = partLeft(response);
  if (left !== undefined) tally.limits.left.set(left, (tally.limits.left.get(left) ?? 0) + 1);
  if (response.status !== 429) return;
  if (response.headers.some(({ name }) => name.toLowerCase() === "retry-after")) tally.limits.retryAfter += 1;
  const later = one.attempts.slice(index + 1);
  if (later.some((each) => each.response !== undefined && each.response.status !== 429)) tally.limits.recovered += 1;
}

function kindOf({ one, patterns, attempt, response }: Reply): ReplyKind {
  return {
    status: response.status,
    isExpected: isAsExpected(one, attempt, response.status),
    // An edge may ask with another method than the endpoint's.
    isOwn: (attempt.request?.method ?? one.method) === one.method,
    isDeclaring: patterns.length > 0,
    isHealth: isHealthCheck(one, patterns),
  };
}

/** A case that provokes a server error says nothing of how often there is one. */
function isHealthCheck({ path }: CaseRun, patterns: ReadonlyArray<string>): boolean {
  return healthPath.test(path) && !patterns.some((pattern) => pattern.startsWith("5"));
}

function countUnanswered({ unanswered }: EndpointTally, one: CaseRun, { status, error }: Attempt): void {
  unanswered.all += 1;
  if (error?.rule === "wire-timeout" || error?.code === "ESOCKETTIMEDOUT") unanswered.late += 1;
  // Where a server may close the connection instead of answering, that is no failure.
  if (status !== "passed" && isHealthCheck(one, patternsOf(one))) unanswered.downHealth += 1;
}

function countChecks(tally: EndpointTally, { checks }: Attempt): void {
  for (const { rule, level, passed } of checks) {
    countIn(tally.checks, `${level} ${passed} ${rule ?? ""}`, { rule, level, passed });
  }
}
