import type { Attempt } from "../../result/model.ts";
import type { CaseResult, SuiteResult } from "../../result/result.ts";
import { accountText } from "../common/account.ts";
import { failedChecks } from "../common/checks.ts";
import { digestOf, uuidOf } from "../common/digest.ts";
import { attemptText } from "../common/reasons.ts";
import { labelsOf, linksOf, parametersOf } from "./about-case.ts";
import { attachmentsOf } from "./attachments.ts";
import type { ReportFile } from "./report-file.ts";
import { stepsOf } from "./steps.ts";

export interface CaseFileContext {
  readonly suite: SuiteResult;
  /** Why it is not simply green. */
  readonly reason: string | undefined;
}

/** A result for each attempt, and one where there was none. Those of one case have one `historyId`: the latest counts, the others are its retries. */
export function* caseFiles(one: CaseResult, context: CaseFileContext): Generator<ReportFile> {
  const attempts = one.attempts.length === 0 ? [undefined] : one.attempts;
  // A case has no time of its own: its attempts follow each other from the start of its suite.
  let start = Date.parse(context.suite.startedAt) || 0;
  for (const [index, attempt] of attempts.entries()) {
    const stop = start + Math.max(1, Math.round(attempt?.durationMs ?? 0));
    yield* attemptFiles(one, context, { attempt, index, start, stop });
    start = stop;
  }
}

interface Sending {
  readonly attempt: Attempt | undefined;
  readonly index: number;
  readonly start: number;
  readonly stop: number;
}

function* attemptFiles(one: CaseResult, context: CaseFileContext, sending: Sending): Generator<ReportFile> {
  const { attempt, index, start, stop } = sending;
  const { suite } = context;
  const identity = [suite.suite, suite.environment, one.id] as const;
  const uuid = uuidOf("result", suite.startedAt, ...identity, String(index));
  const attachments = attempt === undefined ? [] : attachmentsOf(attempt, uuid);
  const result = {
    uuid,
    historyId: digestOf(...identity).slice(0, 32),
    testCaseId: digestOf(...identity).slice(0, 32),
    fullName: `${suite.suite}: ${one.id}`,
    name: one.title || one.id,
    titlePath: [suite.suite, one.group],
    description: `${one.why} (${one.source})`,
    stage: "finished",
    start,
    stop,
    ...verdictOf(one, context, sending),
    labels: labelsOf(one, suite),
    links: linksOf(one),
    parameters: parametersOf(one, attempt),
    steps: attempt === undefined ? [] : stepsOf(attempt, start, stop),
    attachments: attachments.map(({ name, type, source }) => ({ name, type, source })),
  };
  yield { name: `${uuid}-result.json`, text: `${JSON.stringify(result, null, 2)}\n` };
  for (const { source, text } of attachments) yield { name: source, text };
}

const statuses = {
  passed: "passed",
  flaky: "passed",
  failed: "failed",
  errored: "broken",
  inconclusive: "skipped",
  skipped: "skipped",
  unproven: "skipped",
} as const satisfies Record<CaseResult["outcome"], string>;

/** The last attempt has what became of the case, those before it have what became of them. */
function verdictOf(one: CaseResult, { reason }: CaseFileContext, { attempt, index }: Sending) {
  const isLast = index >= one.attempts.length - 1;
  if (!isLast && attempt !== undefined) return earlierVerdict(one, attempt);
  const status = one.known === undefined ? statuses[one.outcome] : "skipped";
  const isTold = status === "failed" || status === "broken";
  const details = {
    message: reason,
    trace: isTold ? accountText(one, attempt) : undefined,
    flaky: one.outcome === "flaky",
    known: one.known !== undefined,
  };
  return { status, statusDetails: details };
}

function earlierVerdict(one: CaseResult, attempt: Attempt) {
  if (attempt.status === "passed" && failedChecks(attempt).length === 0) return { status: "passed", statusDetails: {} };
  const status = attempt.status === "errored" ? "broken" : "failed";
  return { status, statusDetails: { message: attemptText(one, attempt), trace: accountText(one, attempt) } };
}
