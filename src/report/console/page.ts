import type { SourceText } from "../../diagnostic/locate.ts";
import type { Outcome } from "../../result/model.ts";
import type { CaseResult, SuiteResult } from "../../result/result.ts";
import type { ReportOptions } from "../reporter.ts";
import type { Line } from "./paint.ts";

/** A suite with what its sections are drawn from. */
export interface Page {
  readonly suite: SuiteResult;
  readonly width: number;
  readonly sources: ReadonlyArray<SourceText>;
}

/** Draws a part of the report; no lines where there is nothing to say. */
export type Section = (page: Page) => ReadonlyArray<Line>;

/** Narrower than this nothing can be laid out. */
const narrowest = 40;

/** Prepares a suite to be drawn. */
export function buildPage(suite: SuiteResult, { width = 80, sources = [] }: ReportOptions): Page {
  return { suite, width: Math.max(narrowest, width), sources };
}

/** The cases with this outcome, in plan order, without what takes room. */
export function casesThat({ suite }: Page, outcome: Outcome): ReadonlyArray<CaseResult> {
  return suite.outline.filter((one) => one.outcome === outcome);
}

/** The same, whole. */
export function wholeCasesThat(page: Page, outcome: Outcome): Iterable<CaseResult> {
  return page.suite.wholeCases(casesThat(page, outcome).map(({ id }) => id));
}
