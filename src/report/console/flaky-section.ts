import { reasonsOf } from "../common/reasons.ts";
import { labelledLines, titleLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import { type Section, wholeCasesThat } from "./page.ts";

/** The cases that passed only when they were sent again, and what came before. */
export const flakySection: Section = (page) => {
  const reasonOf = reasonsOf(page.suite);
  return [...wholeCasesThat(page, "flaky")].flatMap((one) => [
    ...titleLines(marks.flaky, one, page.width),
    ...labelledLines("", reasonOf(one) ?? "", page.width),
  ]);
};
