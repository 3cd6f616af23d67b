import type { SourceText } from "../../diagnostic/locate.ts";
import type { Alert } from "../../result/alerts/alert.ts";
import type { BaselineResult } from "../../result/baseline/model.ts";
import type { Outcome } from "../../result/model.ts";
import type { CaseResult, Result, SuiteResult } from "../../result/result.ts";
import type { ReportOptions } from "../reporter.ts";
import type { Line } from "./paint.ts";

/** A suite with what its sections are drawn from. */
export interface Page {
  readonly suite: SuiteResult;
  readonly width: number;
  readonly sources: ReadonlyArray<SourceText>;
  /** Those of the suite. */
  readonly alerts: ReadonlyArray<Alert>;
  /** On the last page only: it is of all suites. */
  readonly baseline?: BaselineResult;
}

/** What a result as a whole is held against. */
export type Judged = Partial<Pick<Result, "alerts" | "baseline">>;

/** Draws a part of the report; no lines where there is nothing to say. */
export type Section = (page: Page) => ReadonlyArray<Line>;

/** Narrower than this nothing can be laid out. */
const narrowest = 40;

/** Prepares a suite to be drawn. */
export function buildPage(
  suite: SuiteResult,
  { width = 80, sources = [] }: ReportOptions,
  { alerts = [], baseline }: Judged = {},
): Page {
  const own = alerts.filter((one) => one.suite === suite.suite && one.environment === suite.environment);
  return { suite, width: Math.max(narrowest, width), sources, alerts: own, ...(baseline && { baseline }) };
}

/** The cases with this outcome, in plan order, without what takes room. */
export function casesThat({ suite }: Page, outcome: Outcome): ReadonlyArray<CaseResult> {
  return suite.outline.filter((one) => one.outcome === outcome);
}

/** The same, whole. */
export function wholeCasesThat(page: Page, outcome: Outcome): Iterable<CaseResult> {
  return page.suite.wholeCases(casesThat(page, outcome).map(({ id }) => id));
}
