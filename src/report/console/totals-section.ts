import type { Summary } from "../../result/model.ts";
import { summarize } from "../../result/summary.ts";
import { flowLines } from "./flow.ts";
import type { Section } from "./page.ts";
import type { Segment, Style } from "./paint.ts";
import { counted } from "./words.ts";

interface Total {
  readonly count: (summary: Summary) => number;
  readonly words: (count: number) => string;
  readonly style: Style;
}

const totals: ReadonlyArray<Total> = [
  { count: ({ failed }) => failed, words: (count) => `${count} failed`, style: "red" },
  { count: ({ flaky }) => flaky, words: (count) => `${count} flaky`, style: "yellow" },
  { count: ({ errored }) => errored, words: (count) => `${count} errored`, style: "red" },
  { count: ({ inconclusive }) => inconclusive, words: (count) => `${count} inconclusive`, style: "yellow" },
  { count: ({ checks }) => checks.warned, words: (count) => counted(count, "warning"), style: "yellow" },
  { count: ({ skipped }) => skipped, words: (count) => `${count} skipped`, style: "dim" },
  {
    count: ({ unproven }) => unproven,
    words: (count) => `${counted(count, "code")} unproven`,
    style: "yellow",
  },
];

/** The last line: ` 60 passed · 1 failed · 2 warnings · 1 code unproven`. */
export const totalsSection: Section = ({ run, findings, width }) => {
  const summary = summarize(run);
  const items: Segment[] = [{ text: `${summary.passed} passed`, style: "green" }];
  for (const { count, words, style } of totals) {
    if (count(summary) > 0) items.push({ text: words(count(summary)), style });
  }
  for (const level of ["error", "warning"] as const) {
    const found = findings.filter((finding) => finding.level === level).length;
    if (found > 0) items.push({ text: counted(found, `suite ${level}`), style: level === "error" ? "red" : "yellow" });
  }
  return flowLines(items, { width, separator: " · ", indent: 1 });
};
