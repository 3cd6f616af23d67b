import { groupBy } from "../../result/group-by.ts";
import type { CaseRun } from "../../result/model.ts";
import { warningsOf } from "../common/checks.ts";
import { counted } from "../common/words.ts";
import { caseLines, markedLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import type { Section } from "./page.ts";

interface Warning {
  readonly rule: string;
  readonly one: CaseRun;
}

/** The warnings by rule, with the cases that gave them. */
export const warningsSection: Section = ({ suite, width }) => {
  const groups = groupBy(suite.outline.flatMap(ruledWarnings), ({ rule }) => rule);
  return [...groups].flatMap(([rule, warnings]) => [
    ...markedLines(marks.warning, `${counted(warnings.length, "warning")}: ${rule}`, { width }),
    ...caseLines([...new Set(warnings.map(({ one }) => one))], width),
  ]);
};

function ruledWarnings(one: CaseRun): ReadonlyArray<Warning> {
  return warningsOf(one).map(({ rule, title }) => ({ rule: rule === undefined ? title : `${title} (${rule})`, one }));
}
