import type { Result } from "../../result/result.ts";
import { jsonLiteral, loadTemplates } from "../../template.ts";
import { plain } from "../plain.ts";
import type { ReportOptions } from "../reporter.ts";
import { loadAssets } from "./assets.ts";
import { type CaseRow, caseRow } from "./data/case-row.ts";
import { detailPieces, type WholeCase } from "./data/detail-pieces.ts";
import { createFrameReader } from "./data/frame.ts";
import { rowPieces } from "./data/row-pieces.ts";
import { marks } from "./marks.ts";
import { plainView } from "./plain-view.ts";
import { chartsView, chartTable } from "./view/charts-view.ts";
import { findingsView } from "./view/findings-view.ts";
import { listView } from "./view/list-view.ts";
import { matrixView } from "./view/matrix-view.ts";
import { metricsView } from "./view/metrics-view.ts";
import { summaryView } from "./view/summary-view.ts";

/** Beyond so many characters of requests and responses a page opens slowly: what is left has its row, and no more. */
const roomForWholeCases = 24_000_000;

/** One page that needs nothing else and asks nobody: the matrix, the cases, the figures. */
export function* renderHtml(result: Result, { sources = [] }: ReportOptions = {}): Generator<string> {
  const render = loadTemplates();
  const { style, chartLibrary, script, policy } = loadAssets();
  const charts = plainView(chartsView(result));
  const view = plainView({
    ...summaryView(result),
    matrix: matrixView(result),
    list: listView(result),
    findings: findingsView(result),
    metrics: metricsView(result),
    charts: charts.map((chart) => ({ ...chart, rows: chartTable(chart) })),
  });
  yield render("report/page", { ...view, style, policy });
  const whole = result.suites.map(() => new Map<string, WholeCase>());
  const shared = { frameOf: createFrameReader(sources), room: { left: roomForWholeCases } };
  for (const [index, suite] of result.suites.entries()) {
    yield* detailPieces(suite, { ...shared, suite: index, whole: whole[index] ?? new Map() });
  }
  yield '<script type="application/json" id="rows">';
  yield* rowPieces(rowsOf(result, whole));
  yield "</script>\n";
  yield `<script type="application/json" id="facts">${jsonLiteral({ marks, charts, suites: result.suites.map(({ suite }) => plain(suite)) })}</script>\n`;
  yield `<script>${chartLibrary}</script>\n<script>${script}</script>\n</body>\n</html>\n`;
}

function* rowsOf(result: Result, whole: ReadonlyArray<ReadonlyMap<string, WholeCase>>): Generator<CaseRow> {
  for (const [index, { outline }] of result.suites.entries()) {
    for (const one of outline) yield caseRow(one, index, whole[index]?.get(one.id));
  }
}
