import { groupBy } from "../../result/group-by.ts";
import type { Change } from "../../result/history/model.ts";
import type { Outcome } from "../../result/model.ts";
import type { CaseResult, Result } from "../../result/result.ts";
import { warningsOf, warningText } from "../common/checks.ts";
import { knownText, reasonsOf } from "../common/reasons.ts";
import { counted } from "../common/words.ts";
import { md } from "./escape.ts";
import type { Section } from "./within-limit.ts";

/** More of a reason is no use in a list. */
const longest = 500;

const changes = {
  new: "Fails for the first time",
  "still failing": "Still failing",
  fixed: "Fixed",
} as const satisfies Record<Change, string>;

/** Against the run before: a list for each change. */
export function changeSections({ suites }: Result): ReadonlyArray<Section> {
  const cases = suites.flatMap(({ outline }) => outline);
  return Object.entries(changes).map(([change, heading]) => {
    const items = cases.filter((one) => one.change === change).map(({ title }) => md(title));
    return listSection({ one: "change", many: "changes", rank: 4, heading }, items);
  });
}

/** What passed only when it was sent again, and what was shaky in earlier runs. */
export function flakySection({ suites }: Result): Section {
  const items = suites.flatMap((suite) => {
    const reasonOf = reasonsOf(suite);
    const now = suite.outline.filter(({ outcome }) => outcome === "flaky");
    const shaky = suite.history?.flaky ?? [];
    return [
      ...now.map((one) => `${md(one.title)}: ${md(cut(reasonOf(one) ?? ""))}`),
      ...shaky.map(({ title, count, of }) => `${md(title)}: in ${count} of ${counted(of, "run")}`),
    ];
  });
  return listSection({ one: "flaky case", many: "flaky cases", rank: 5, heading: "Flaky" }, items);
}

export function inconclusiveSection(result: Result): Section {
  const items = groupedByReason(result, "inconclusive");
  return listSection({ one: "reason", many: "reasons", rank: 6, heading: "Inconclusive" }, items);
}

/** A code that nothing proves, and what to do about it. */
export function unprovenSection({ suites }: Result): Section {
  const cases = suites.flatMap(({ outline }) => outline).filter(({ outcome }) => outcome === "unproven");
  const items = cases.map(({ title, unproven = "" }) => `${md(title)}: ${md(cut(unproven))}`);
  return listSection({ one: "unproven code", many: "unproven codes", rank: 5, heading: "Unproven" }, items);
}

export function warningSection({ suites }: Result): Section {
  const given = suites.flatMap(({ outline }) =>
    outline.flatMap((one) => warningsOf(one).map((check) => ({ one, text: warningText(check) }))),
  );
  const items = [...groupBy(given, ({ text }) => text)].map(([text, alike]) => {
    const first = alike[0]?.one.title ?? "";
    return `${md(cut(text))}: ${counted(alike.length, "case")}, the first: ${md(first)}`;
  });
  return listSection({ one: "warning", many: "warnings", rank: 6, heading: "Warnings" }, items);
}

/** What was left out, and what is known and let pass. */
export function skippedSection(result: Result): Section {
  const known = result.suites
    .flatMap(({ outline }) => outline)
    .flatMap(({ title, known: deviation }) =>
      deviation === undefined ? [] : [`${md(title)}: ${md(cut(knownText(deviation)))}`],
    );
  const items = [...known, ...groupedByReason(result, "skipped")];
  return listSection({ one: "reason", many: "reasons", rank: 7, heading: "Known or skipped" }, items);
}

function groupedByReason({ suites }: Result, outcome: Outcome): ReadonlyArray<string> {
  return suites.flatMap((suite) => {
    const reasonOf = reasonsOf(suite);
    const cases: ReadonlyArray<CaseResult> = suite.outline.filter((one) => one.outcome === outcome);
    const groups = groupBy(cases, (one) => reasonOf(one) ?? "");
    return [...groups].map(([reason, alike]) => `${counted(alike.length, "case")}: ${md(cut(reason))}`);
  });
}

function listSection(about: Omit<Section, "blocks" | "count">, items: ReadonlyArray<string>): Section {
  return { ...about, count: items.length, blocks: items.map((item) => `- ${item}\n`) };
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
