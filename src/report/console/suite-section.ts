import { suiteRules } from "../../http/rules/suite.ts";
import { caseLines, labelledLines, markedLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import type { Section } from "./page.ts";

/** What only all responses together show: what was found, the rule it breaks, why it matters, and a few cases to look at. */
export const suiteSection: Section = ({ suite, width }) =>
  suite.findings.flatMap(({ rule, level, message, cases, known: entry }) => {
    if (entry !== undefined) return [];
    const { title, why, source } = suiteRules[rule];
    const known = new Set(cases);
    const shown = suite.outline.filter(({ id }) => known.has(id));
    return [
      ...markedLines(level === "error" ? marks.failed : marks.warning, `the suite: ${message}`, { width }),
      ...labelledLines("rule", `${rule}: ${title}`, width),
      ...labelledLines("why", `${why} (${source})`, width),
      ...caseLines(shown, width, 3),
    ];
  });
