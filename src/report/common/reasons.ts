import { statusLine } from "../../http/statuses.ts";
import type { Attempt, CaseRun, Outcome } from "../../result/model.ts";
import { isThrottled } from "../../result/outcome.ts";
import type { CaseResult, SuiteResult } from "../../result/result.ts";
import { failedChecks, sentenceOf } from "./checks.ts";

/** What the case to blame did. `passed` and `flaky`: what it owes to others is only a warning there. */
const deeds = {
  passed: "did not give what others need",
  flaky: "did not give what others need",
  failed: "failed",
  errored: "errored",
  inconclusive: "is inconclusive",
  skipped: "was skipped",
  unproven: "is unproven",
} as const satisfies Record<Outcome, string>;

/** Says of each case of a suite, in a sentence, why it is not simply green; undefined where it is. */
export function reasonsOf({ outline }: SuiteResult): (one: CaseResult) => string | undefined {
  const byId = new Map(outline.map((each) => [each.id, each]));
  const blame = (one: CaseResult): string => {
    if (isThrottled(one)) return "it proves nothing: the server answered 429";
    if (one.because === undefined) return "it proves nothing: what it needs is not there";
    const root = byId.get(one.because);
    return `it proves nothing because this ${deedOf(root)}: ${root?.title ?? one.because}`;
  };
  const wordings = {
    passed: () => undefined,
    failed: (one) => (one.known === undefined ? firstSentence(one) : knownText(one.known)),
    flaky: (one) => `passed on attempt ${one.attempts.length}, after ${beforeText(one)}`,
    errored: (one) => errorText(one.attempts.at(-1)),
    inconclusive: blame,
    skipped: (one) => one.skipped ?? "it was skipped",
    unproven: (one) => one.unproven ?? "nothing proves it",
  } as const satisfies Record<Outcome, (one: CaseResult) => string | undefined>;
  return (one) => wordings[one.outcome](one);
}

/** What the case to blame did. */
export function deedOf(root: CaseResult | undefined): string {
  return root === undefined ? "is not in the run" : deeds[root.outcome];
}

/** `known until 2027-01-31: the ticket is open`. */
export function knownText({ reason, expires }: { readonly reason: string; readonly expires: string }): string {
  return `known until ${expires}: ${reason}`;
}

/** What became of an attempt that did not pass, in a sentence. */
export function attemptText(one: CaseRun, attempt: Attempt): string {
  if (attempt.status === "errored") return errorText(attempt);
  const [first] = failedChecks(attempt);
  if (first !== undefined) return sentenceOf(first, one, attempt);
  return attempt.response ? `got ${statusLine(attempt.response.status)}` : "no response";
}

/** How an attempt broke; `undefined`: there was none. */
export function errorText(attempt: Attempt | undefined): string {
  if (attempt === undefined) return "never reported";
  const { code = "", message = "", rule } = attempt.error ?? {};
  const text = message.includes(code) ? message : `${code}: ${message}`;
  if (text.trim() === "") return "no error was given";
  return rule === undefined ? text : `${text} (${rule})`;
}

function firstSentence(one: CaseResult): string {
  const last = one.attempts.at(-1);
  return last === undefined ? "it failed" : attemptText(one, last);
}

/** Where the code was wrong, the code is all that there is to say. */
function cameText(one: CaseRun, attempt: Attempt): string {
  const [first] = failedChecks(attempt);
  const isOfCode = first?.rule === "status-expected" && attempt.response !== undefined;
  return isOfCode ? statusLine(attempt.response.status) : attemptText(one, attempt);
}

function beforeText(one: CaseResult): string {
  return [...new Set(one.attempts.slice(0, -1).map((attempt) => cameText(one, attempt)))].join(", ");
}
