import { type RuleId, rules } from "../../../http/rules.ts";
import type { Attempt, CaseRun, CheckRun } from "../../../result/model.ts";
import { plainLines, plainView } from "../plain-view.ts";
import { compare } from "./comparison.ts";
import { diffTexts } from "./diff.ts";

/** A longer message is no message. */
const longestMessage = 4000;

/** A check that did not pass, with what it compared and why it is right. */
export function checkView(check: CheckRun, one: CaseRun, attempt: Attempt) {
  const { compared, isAll } = compare(check, one, attempt);
  const diffs = compared.map(({ what, expected, actual }) => ({
    what,
    ...diffTexts(expected.slice(0, longestMessage), actual.slice(0, longestMessage)),
  }));
  return {
    ...plainView({ title: check.title, rule: check.rule, level: check.level, why: whyOf(check), compared: diffs }),
    message: isAll ? "" : messageOf(check),
  };
}

function messageOf({ message = "" }: CheckRun): string {
  return plainLines(message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message);
}

/** The code has the reason of its case, which the row tells; everything else has the reason of its rule. */
function whyOf({ rule }: CheckRun): string {
  if (rule === undefined || rule === "status-expected" || !isRuleId(rule)) return "";
  return `${rules[rule].why} (${rules[rule].source})`;
}

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}
