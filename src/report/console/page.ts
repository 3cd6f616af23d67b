import type { SourceText } from "../../diagnostic/locate.ts";
import { blames } from "../../result/blame.ts";
import type { CaseRun, Outcome, Run } from "../../result/model.ts";
import { outcomes } from "../../result/outcome.ts";
import { type SuiteFinding, suiteFindings } from "../../result/suite/suite-findings.ts";
import type { ReportOptions } from "../reporter.ts";
import type { Line } from "./paint.ts";

/** The run with what its sections are drawn from, computed once. */
export interface Page {
  readonly run: Run;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly blames: ReadonlyMap<string, string>;
  readonly findings: ReadonlyArray<SuiteFinding>;
  readonly width: number;
  readonly sources: ReadonlyArray<SourceText>;
}

/** Draws a part of the report; no lines where there is nothing to say. */
export type Section = (page: Page) => ReadonlyArray<Line>;

/** Narrower than this nothing can be laid out. */
const narrowest = 40;

/** Prepares a run to be drawn. */
export function buildPage(run: Run, { width = 80, sources = [] }: ReportOptions): Page {
  return {
    run,
    outcomes: outcomes(run.cases),
    blames: blames(run.cases),
    findings: suiteFindings(run),
    width: Math.max(narrowest, width),
    sources,
  };
}

/** The cases with this outcome, in plan order. */
export function casesThat(page: Page, outcome: Outcome): ReadonlyArray<CaseRun> {
  return page.run.cases.filter((each) => page.outcomes.get(each.id) === outcome);
}
