import { groupBy } from "../../result/group-by.ts";
import { errorText } from "../common/reasons.ts";
import { counted } from "../common/words.ts";
import { caseLines, markedLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import { casesThat, type Section } from "./page.ts";
import type { Line } from "./paint.ts";

/** Why the run broke, and the errored cases by their error: one server that is down is one line. */
export const errorsSection: Section = (page) => {
  const { suite, width } = page;
  const lines: Line[] = [];
  if (suite.broken !== undefined)
    lines.push(...markedLines(marks.errored, `the run broke: ${suite.broken}`, { width }));
  const sent = suite.outline.filter((each) => each.unproven === undefined && each.skipped === undefined);
  for (const [error, cases] of groupBy(casesThat(page, "errored"), ({ attempts }) => errorText(attempts.at(-1)))) {
    const isEverything = cases.length === sent.length && cases.length > 1;
    const amount = isEverything ? `all ${counted(cases.length, "case")}` : counted(cases.length, "case");
    lines.push(...markedLines(marks.errored, `${amount} errored: ${error}`, { width }));
    if (!isEverything) lines.push(...caseLines(cases, width, 3));
  }
  return lines;
};
