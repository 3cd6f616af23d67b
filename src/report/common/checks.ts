import { type RuleId, rules } from "../../http/rules.ts";
import { statusLine } from "../../http/statuses.ts";
import type { Attempt, CaseRun, CheckRun } from "../../result/model.ts";
import { expectation } from "./words.ts";

/** The checks that make an attempt fail. What an errored attempt checked says nothing. */
export function failedChecks(attempt: Attempt | undefined): ReadonlyArray<CheckRun> {
  if (attempt === undefined || attempt.status === "errored") return [];
  return attempt.checks.filter(({ passed, level }) => !passed && level === "error");
}

/** The warnings of the last attempt. */
export function warningsOf({ attempts }: CaseRun): ReadonlyArray<CheckRun> {
  const last = attempts.at(-1);
  if (last === undefined || last.status === "errored") return [];
  return last.checks.filter(({ passed, level }) => !passed && level === "warning");
}

/** What was expected and what came, in a sentence. */
export function sentenceOf(check: CheckRun, one: CaseRun, { response }: Attempt): string {
  if (check.rule === "status-expected" && response) {
    return `expected ${expectation(one.expected)}, got ${statusLine(response.status)}`;
  }
  return check.message === undefined ? `not so: ${check.title}` : `${check.title}: ${check.message}`;
}

/** Why that is right, and where it is written: of the code by its case, of everything else by its rule. */
export function whyOf(check: CheckRun, one: CaseRun): string | undefined {
  if (check.rule === "status-expected") return `${one.why} (${one.source})`;
  if (check.rule === undefined || !isRuleId(check.rule)) return undefined;
  const { why, source } = rules[check.rule];
  return `${why} (${source})`;
}

/** What a program sorts failures by: the rule, or the title of a test of the user's own. */
export function kindOf(check: CheckRun): string {
  return check.rule ?? check.title;
}

/** `warning: the body explains the error (4xx-body-explains)`. */
export function warningText({ rule, title, message }: CheckRun): string {
  const said = message === undefined ? title : `${title}: ${message}`;
  return rule === undefined ? said : `${said} (${rule})`;
}

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}
