import { suiteRules } from "../../../http/rules/suite.ts";
import { groupBy } from "../../../result/group-by.ts";
import type { CaseResult, Result, SuiteResult } from "../../../result/result.ts";
import { counted, placeText } from "../../common/words.ts";
import { plain } from "../../plain.ts";
import { lastFailed } from "../data/last-checks.ts";
import { marks } from "../marks.ts";

/** So many cases are named where there are more. */
const most = 5;

/** What is to be seen in many cases together: suite rules, warnings by rule, what is unproven, and why cases prove nothing. */
export function findingsView({ suites }: Result) {
  const parts = suites.map((suite, index) => ({
    index,
    suite: suite.suite,
    findings: findingsOf(suite, index),
    errors: groupsOf(suite, index, "errored", errorOf),
    inconclusive: inconclusiveOf(suite, index),
    warnings: warningsOf(suite, index),
    unproven: groupsOf(suite, index, "unproven", ({ unproven = "" }) => unproven),
    skipped: groupsOf(suite, index, "skipped", ({ skipped = "" }) => skipped),
    shaky: (suite.history?.flaky ?? []).map(({ id, title, count, of }) => ({
      ...linkTo(index, { id, title }),
      count,
      of,
    })),
  }));
  const amounts = parts.map(({ index: _, suite: __, ...lists }) => Object.values(lists).flat().length);
  return {
    marks,
    isOne: suites.length === 1,
    count: amounts.reduce((sum, amount) => sum + amount, 0),
    suites: parts.filter((_, at) => (amounts[at] ?? 0) > 0),
  };
}

/** A link to a case, as the page's own script reads it. */
export function linkTo(suite: number, { id, title }: { readonly id: string; readonly title: string }) {
  return { title, hash: new URLSearchParams({ suite: String(suite), case: plain(id) }).toString() };
}

function listOf(cases: ReadonlyArray<CaseResult>, suite: number) {
  const shown = cases.length === most + 1 ? cases : cases.slice(0, most);
  const links = shown.map((one) => ({ ...linkTo(suite, one), place: placeText(one.manifest) }));
  return { count: counted(cases.length, "case"), cases: links, more: cases.length - shown.length };
}

function findingsOf({ findings, outline }: SuiteResult, index: number) {
  return findings.map(({ rule, level, message, cases }) => {
    const { title, why, source } = suiteRules[rule];
    const ids = new Set(cases);
    return {
      rule,
      level,
      message,
      title,
      why,
      source,
      ...listOf(
        outline.filter(({ id }) => ids.has(id)),
        index,
      ),
    };
  });
}

function groupsOf(suite: SuiteResult, index: number, outcome: string, reasonOf: (one: CaseResult) => string) {
  const cases = suite.outline.filter((one) => one.outcome === outcome);
  return [...groupBy(cases, reasonOf)].map(([reason, alike]) => ({ reason, ...listOf(alike, index) }));
}

function errorOf({ attempts }: CaseResult): string {
  const error = attempts.at(-1)?.error;
  return error?.message ?? (attempts.length === 0 ? "never reported" : "no error was given");
}

function inconclusiveOf(suite: SuiteResult, index: number) {
  const byId = new Map(suite.outline.map((one) => [one.id, one]));
  const cases = suite.outline.filter(({ outcome }) => outcome === "inconclusive");
  return [...groupBy(cases, ({ because = "" }) => because)].map(([root, alike]) => {
    const blamed = byId.get(root);
    const reason = blamed ? "" : root === "" ? "the server answered 429: slow down" : `${root} is not in the run`;
    return {
      blamed: blamed ? { ...linkTo(index, blamed), outcome: blamed.outcome } : null,
      reason,
      ...listOf(alike, index),
    };
  });
}

function warningsOf(suite: SuiteResult, index: number) {
  const given = suite.outline.flatMap((one) => lastFailed(one, "warning").map((check) => ({ one, check })));
  return [...groupBy(given, ({ check }) => check.rule ?? check.title)].map(([rule, alike]) => ({
    rule,
    title: alike[0]?.check.title ?? "",
    ...listOf([...new Set(alike.map(({ one }) => one))], index),
  }));
}
