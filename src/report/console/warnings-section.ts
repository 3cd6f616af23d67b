import { groupBy } from "../../result/group-by.ts";
import type { CaseRun } from "../../result/model.ts";
import { caseLines, markedLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import type { Section } from "./page.ts";
import { counted } from "./words.ts";

interface Warning {
  readonly rule: string;
  readonly one: CaseRun;
}

/** The warnings by rule, with the cases that gave them. */
export const warningsSection: Section = ({ suite, width }) => {
  const groups = groupBy(suite.outline.flatMap(warningsOf), ({ rule }) => rule);
  return [...groups].flatMap(([rule, warnings]) => [
    ...markedLines(marks.warning, `${counted(warnings.length, "warning")}: ${rule}`, { width }),
    ...caseLines([...new Set(warnings.map(({ one }) => one))], width),
  ]);
};

/** Those of the last attempt: what an errored one checked says nothing. */
function warningsOf(one: CaseRun): ReadonlyArray<Warning> {
  const last = one.attempts.at(-1);
  if (!last || last.status === "errored") return [];
  const given = last.checks.filter((check) => check.level === "warning" && !check.passed);
  return given.map(({ rule, title }) => ({ rule: rule === undefined ? title : `${title} (${rule})`, one }));
}
