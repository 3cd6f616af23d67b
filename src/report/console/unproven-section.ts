import { labelledLines, titleLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import { casesThat, type Section } from "./page.ts";

/** The codes that nothing proves, with what to do about it. */
export const unprovenSection: Section = (page) =>
  casesThat(page, "unproven").flatMap((one) => [
    ...titleLines(marks.unproven, one, page.width),
    ...labelledLines("", one.unproven ?? "", page.width),
  ]);
