import type { Result } from "../../result/result.ts";
import { troublesOf } from "../common/troubles.ts";
import { failureSection } from "./failures.ts";
import { headSection, troubleSection } from "./head.ts";
import {
  changeSections,
  flakySection,
  inconclusiveSection,
  skippedSection,
  unprovenSection,
  warningSection,
} from "./lists.ts";
import { matrixSections } from "./matrix.ts";
import { metricSection } from "./metrics.ts";
import { withinLimit } from "./within-limit.ts";

/** A comment on GitHub has 65,536 characters at most. */
const commentBytes = 65_000;
/** A summary of a job has 1 MiB at most, a step's. */
const summaryBytes = 1_000_000;

/** The report for a comment at a pull request: what is wrong first, the rest folded away; never longer than GitHub takes. */
export function renderMarkdown(result: Result): string {
  return markdownWithin(result, commentBytes);
}

/** The same for the summary of a job, which may be longer. */
export function renderJobSummary(result: Result): string {
  return markdownWithin(result, summaryBytes);
}

/** The report in as many bytes of UTF-8. */
export function markdownWithin(result: Result, limitBytes: number): string {
  const troubles = troublesOf(result);
  const sections = [
    headSection(result, troubles),
    troubleSection(troubles),
    ...matrixSections(result),
    failureSection(result),
    ...changeSections(result),
    flakySection(result),
    inconclusiveSection(result),
    unprovenSection(result),
    warningSection(result),
    skippedSection(result),
    metricSection(result),
  ];
  return withinLimit(sections, limitBytes);
}
