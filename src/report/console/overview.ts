import type { Result } from "../../result/result.ts";
import { suiteName } from "../common/troubles.ts";
import type { ReportOptions } from "../reporter.ts";
import { markedLines } from "./blocks.ts";
import { flowLines } from "./flow.ts";
import { type Mark, marks } from "./marks.ts";
import type { Page } from "./page.ts";
import type { Line } from "./paint.ts";
import { totalsOf } from "./totals-section.ts";

/** What breaks the result and none of its suites says: a shard that is missing, a line that cannot be read. */
export function brokenLines({ broken, suites }: Result, { width = 80 }: ReportOptions): ReadonlyArray<Line> {
  const said = suites.flatMap((suite) => suite.broken ?? []);
  const rest = broken.filter((sentence) => !said.some((one) => sentence.endsWith(one)));
  return rest.flatMap((sentence) => markedLines(marks.errored, sentence, { width }));
}

/** What each of several suites came to: the last lines are those that stay on the screen. */
export function overviewLines(pages: ReadonlyArray<Page>): ReadonlyArray<Line> {
  if (pages.length < 2) return [];
  return pages.flatMap((page) => [
    ...markedLines(markOf(page), suiteName(page.suite), { width: page.width, style: "bold" }),
    ...flowLines(totalsOf(page), { width: page.width, separator: " · ", indent: 3 }),
  ]);
}

function markOf({ suite, alerts }: Page): Mark {
  const { outline, findings, broken } = suite;
  if (broken !== undefined || outline.some(({ outcome }) => outcome === "errored")) return marks.errored;
  const isRed =
    outline.some(({ outcome, known }) => outcome === "failed" && known === undefined) ||
    findings.some(({ level, known }) => level === "error" && known === undefined) ||
    alerts.some(({ state }) => state === "failed");
  return isRed ? marks.failed : marks.proven;
}
