import { isStatusRule } from "../../http/status-rule.ts";
import type { Attempt, CaseRun, CheckRun, ReceivedResponse, Run } from "../model.ts";
import { fits, patternsOf } from "./expected-codes.ts";

/** A response that came, at whichever attempt. */
export interface Reply {
  readonly one: CaseRun;
  /** As it was sent: an edge may ask with another method than the endpoint's. */
  readonly method: string;
  readonly response: ReceivedResponse;
  /** The case asks for this code, or takes it as right. */
  readonly isExpected: boolean;
}

/** What the metrics of a run are computed from. */
export interface Sample {
  readonly run: Run;
  readonly replies: ReadonlyArray<Reply>;
  /** Requests that were sent and got no response. */
  readonly unanswered: ReadonlyArray<{ readonly one: CaseRun; readonly attempt: Attempt }>;
  /** Of every attempt but the errored ones, whose checks say nothing. */
  readonly checks: ReadonlyArray<{ readonly one: CaseRun; readonly check: CheckRun }>;
}

/** Prepares a run to be measured. */
export function gatherSample(run: Run): Sample {
  const sent = run.cases.flatMap((one) => one.attempts.map((attempt) => ({ one, attempt })));
  return {
    run,
    replies: sent.flatMap(({ one, attempt }) => replyOf(one, attempt)),
    unanswered: sent.filter(({ attempt }) => attempt.request !== undefined && attempt.response === undefined),
    checks: sent
      .filter(({ attempt }) => attempt.status !== "errored")
      .flatMap(({ one, attempt }) => attempt.checks.map((check) => ({ one, check }))),
  };
}

function replyOf(one: CaseRun, { status, request, response, checks }: Attempt): ReadonlyArray<Reply> {
  if (response === undefined) return [];
  // Some codes are right as well, and stand in no pattern: the check of the status knows them.
  const isTaken = status !== "errored" && checks.some(({ rule, passed }) => isStatusRule(rule) && passed);
  const patterns = patternsOf(one);
  // Where no code is declared, the user's own tests took it as right or did not.
  const isExpected = isTaken || fits(response.status, patterns) || (patterns.length === 0 && status === "passed");
  return [{ one, method: request?.method ?? one.method, response, isExpected }];
}

/** Whether it is an answer of the endpoint: another method asks another endpoint. */
export function isOfEndpoint({ one, method }: Reply): boolean {
  return method === one.method;
}
