import type { Result } from "../../result/result.ts";
import type { ReportOptions } from "../reporter.ts";
import { failedAlertsSection, unknownAlertsSection } from "./alerts-section.ts";
import { baselineSection } from "./baseline-section.ts";
import { changesSection } from "./changes-section.ts";
import { errorsSection } from "./errors-section.ts";
import { failuresSection } from "./failures-section.ts";
import { flakySection } from "./flaky-section.ts";
import { headerSection } from "./header-section.ts";
import { inconclusiveSection } from "./inconclusive-section.ts";
import { matrixSection } from "./matrix-section.ts";
import { metricsSection } from "./metrics-section.ts";
import { brokenLines, overviewLines } from "./overview.ts";
import { buildPage, type Section } from "./page.ts";
import { type Line, paint } from "./paint.ts";
import { skippedSection } from "./skipped-section.ts";
import { slowestSection } from "./slowest-section.ts";
import { suiteSection } from "./suite-section.ts";
import { totalsSection } from "./totals-section.ts";
import { unprovenSection } from "./unproven-section.ts";
import { warningsSection } from "./warnings-section.ts";

/** In the order they are read; the last lines are those that stay on the screen. */
const sections: ReadonlyArray<Section> = [
  headerSection,
  failedAlertsSection,
  matrixSection,
  failuresSection,
  suiteSection,
  changesSection,
  flakySection,
  errorsSection,
  inconclusiveSection,
  warningsSection,
  unprovenSection,
  skippedSection,
  baselineSection,
  metricsSection,
  unknownAlertsSection,
  slowestSection,
  totalsSection,
];

/** The report for a terminal: what breaks all of it, suite after suite, and what each came to where there are several. */
export function renderConsole(result: Result, options: ReportOptions = {}): string {
  const { alerts, baseline, suites } = result;
  const pages = suites.map((suite, index) => {
    const isLast = index === suites.length - 1;
    return buildPage(suite, options, { alerts, ...(isLast && baseline && { baseline }) });
  });
  const drawn = pages.map((page) => sections.map((section) => section(page)));
  const all = [[brokenLines(result, options)], ...drawn, [overviewLines(pages)]];
  const texts = all.map((page) => textOf(page, options)).filter((text) => text !== "");
  return texts.map((text) => `${text}\n`).join("\n");
}

function textOf(parts: ReadonlyArray<ReadonlyArray<Line>>, { color = false }: ReportOptions): string {
  const drawn = parts.filter((lines) => lines.length > 0);
  return drawn.map((lines) => lines.map((line) => paint(line, color)).join("\n")).join("\n\n");
}
