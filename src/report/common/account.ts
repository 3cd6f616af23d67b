import type { Attempt } from "../../result/model.ts";
import type { CaseResult } from "../../result/result.ts";
import { curlLine } from "../curl.ts";
import { plain } from "../plain.ts";
import { failedChecks, sentenceOf, whyOf } from "./checks.ts";
import { attemptText } from "./reasons.ts";
import { counted, placeText } from "./words.ts";

/** More of a request or a body is no use in a report; the run file has it. */
const longest = 4000;

/** All that is to be said of an attempt that did not pass: each line has a label and a text, safe to show. */
export interface AccountLine {
  readonly label: "" | "why" | "body" | "curl" | "at";
  readonly text: string;
}

/** What was expected and what came, why, what the body was, how to repeat it, and where it is declared. */
export function accountOf(one: CaseResult, attempt: Attempt | undefined): ReadonlyArray<AccountLine> {
  const failed = failedChecks(attempt);
  const sentences = attempt === undefined ? [] : sentencesOf(one, attempt);
  const whys = new Set(failed.map((check) => whyOf(check, one)).filter((why) => why !== undefined));
  return [
    ...sentences.map((text) => ({ label: "" as const, text })),
    ...[...whys].map((text) => ({ label: "why" as const, text })),
    ...(attempt?.response?.body ? [{ label: "body" as const, text: cut(attempt.response.body) }] : []),
    ...(attempt?.request ? [{ label: "curl" as const, text: curlText(attempt) }] : []),
    { label: "at" as const, text: placeText(one.manifest) },
  ].map(({ label, text }) => ({ label, text: plain(text) }));
}

/** The same as lines of text, labels in one column. */
export function accountText(one: CaseResult, attempt: Attempt | undefined): string {
  const lines = accountOf(one, attempt).map(({ label, text }) => (label === "" ? text : `${label.padEnd(5)} ${text}`));
  return lines.join("\n");
}

function sentencesOf(one: CaseResult, attempt: Attempt): ReadonlyArray<string> {
  const failed = failedChecks(attempt);
  return failed.length === 0 ? [attemptText(one, attempt)] : failed.map((check) => sentenceOf(check, one, attempt));
}

/** The request as a curl line, unless it is too long to copy. */
export function curlText({ request }: Attempt): string {
  if (request === undefined) return "";
  const line = curlLine(request);
  return line.length > longest ? `left out: it has ${counted(line.length, "character")}` : line;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
