import type { Summary } from "../../result/model.ts";
import { counted } from "../common/words.ts";
import { flowLines } from "./flow.ts";
import { casesThat, type Page, type Section } from "./page.ts";
import type { Segment, Style } from "./paint.ts";

interface Total {
  readonly count: (summary: Summary) => number;
  readonly words: (count: number) => string;
  readonly style: Style;
}

const totals: ReadonlyArray<Total> = [
  { count: ({ flaky }) => flaky, words: (count) => `${count} flaky`, style: "yellow" },
  { count: ({ errored }) => errored, words: (count) => `${count} errored`, style: "red" },
  { count: ({ inconclusive }) => inconclusive, words: (count) => `${count} inconclusive`, style: "yellow" },
  { count: ({ checks }) => checks.warned, words: (count) => counted(count, "warning"), style: "yellow" },
  { count: ({ skipped }) => skipped, words: (count) => `${count} skipped`, style: "dim" },
];

/** The last line: ` 60 passed · 1 failed · 2 warnings · 1 code unproven`. */
export const totalsSection: Section = (page) =>
  flowLines(totalsOf(page), { width: page.width, separator: " · ", indent: 1 });

/** What a suite came to, in a few words each. */
export function totalsOf(page: Page): ReadonlyArray<Segment> {
  const { summary, findings, outline } = page.suite;
  const known = outline.filter((one) => one.known !== undefined).length;
  const items: Segment[] = [{ text: `${summary.passed} passed`, style: "green" }];
  if (summary.failed > known) items.push({ text: `${summary.failed - known} failed`, style: "red" });
  if (known > 0) items.push({ text: `${known} known`, style: "dim" });
  for (const { count, words, style } of totals) {
    if (count(summary) > 0) items.push({ text: words(count(summary)), style });
  }
  for (const [unproven, what] of unprovenOf(page)) {
    if (unproven > 0) items.push({ text: `${counted(unproven, what)} unproven`, style: "yellow" });
  }
  for (const level of ["error", "warning"] as const) {
    const found = findings.filter((finding) => finding.level === level && finding.known === undefined).length;
    if (found > 0) items.push({ text: counted(found, `suite ${level}`), style: level === "error" ? "red" : "yellow" });
  }
  return [...items, ...judgedItems(page)];
}

/** What else keeps the command from ending well. */
function judgedItems({ alerts, baseline }: Page): ReadonlyArray<Segment> {
  const failed = alerts.filter(({ state }) => state === "failed").length;
  const unknown = alerts.filter(({ state }) => state === "unknown").length;
  return [
    ...(failed > 0 ? [{ text: `${counted(failed, "alert")} failed`, style: "red" } as const] : []),
    ...(unknown > 0 ? [{ text: `${counted(unknown, "alert")} unknown`, style: "yellow" } as const] : []),
    ...(baseline && baseline.gone.length > 0
      ? [{ text: `${counted(baseline.gone.length, "deviation")} gone`, style: "red" } as const]
      : []),
    ...(baseline && baseline.expired.length > 0
      ? [{ text: `${counted(baseline.expired.length, "deviation")} expired`, style: "red" } as const]
      : []),
  ];
}

/** What was sent and asserted nothing is a request; what could not be sent, a code. */
function unprovenOf(page: Page): ReadonlyArray<readonly [count: number, what: string]> {
  const cases = casesThat(page, "unproven");
  const codes = cases.filter(({ attempts }) => attempts.length === 0).length;
  return [
    [codes, "code"],
    [cases.length - codes, "request"],
  ];
}
