import type { Change, FlakyCase } from "../../result/history/model.ts";
import type { CaseResult } from "../../result/result.ts";
import { counted, percentage } from "../common/words.ts";
import { caseLines, markedLines } from "./blocks.ts";
import { columns, cutEnd } from "./columns.ts";
import { type Mark, marks } from "./marks.ts";
import type { Page, Section } from "./page.ts";
import type { Line } from "./paint.ts";

interface ChangeWords {
  readonly mark: Mark;
  readonly words: (count: number) => string;
}

const changeWords = {
  new: {
    mark: marks.failed,
    words: (count) => `${counted(count, "case")} ${count === 1 ? "fails that" : "fail that"} did not before`,
  },
  "still failing": {
    mark: marks.failed,
    words: (count) => `${counted(count, "case")} still ${count === 1 ? "fails" : "fail"}`,
  },
  fixed: {
    mark: marks.fixed,
    words: (count) => `${counted(count, "case")} ${count === 1 ? "is" : "are"} fixed`,
  },
} as const satisfies Record<Change, ChangeWords>;

/** Against earlier runs: what is new, what is not, what is mended, and what nobody can rely on. */
export const changesSection: Section = (page) => {
  const { suite, width } = page;
  const { history } = suite;
  if (history === undefined) return [];
  const changes = Object.entries(changeWords).flatMap(([change, { mark, words }]) => {
    // What is known is no news.
    const cases = suite.outline.filter((one) => one.change === change && one.known === undefined);
    if (cases.length === 0) return [];
    return [...markedLines(mark, words(cases.length), { width }), ...caseLines(cases, width, 3)];
  });
  return [...changes, ...shakyLines(page, history.flaky), ...declineLines(page)];
};

const shownShaky = 5;

/** The share of runs in which a case was not to be relied on. */
function shakyLines({ suite, width }: Page, flaky: ReadonlyArray<FlakyCase>): ReadonlyArray<Line> {
  if (flaky.length === 0) return [];
  const titles = new Map(suite.outline.map((one): [string, CaseResult] => [one.id, one]));
  const head = `${counted(flaky.length, "case")} ${flaky.length === 1 ? "comes and goes" : "come and go"}`;
  const rows = flaky.slice(0, shownShaky).map(({ id, title, count, of }): Line => {
    const share = `${count} of ${of} runs`;
    const room = width - 7 - columns(share);
    const shown = cutEnd(titles.get(id)?.title ?? title, room);
    return [{ text: `     ${shown}${" ".repeat(room - columns(shown) + 2)}` }, { text: share, style: "dim" }];
  });
  const rest = flaky.length - rows.length;
  const more: ReadonlyArray<Line> = rest > 0 ? [[{ text: `     and ${rest} more`, style: "dim" }]] : [];
  return [...markedLines(marks.flaky, head, { width }), ...rows, ...more];
}

function declineLines({ suite, width }: Page): ReadonlyArray<Line> {
  const decline = suite.history?.decline;
  if (decline === undefined) return [];
  const { now, median, of } = decline;
  const text = `the success rate declines: ${percentage(now)} 2xx, and ${percentage(median)} is the median of ${of} runs before`;
  return markedLines(marks.warning, text, { width });
}
