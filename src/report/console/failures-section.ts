import type { Attempt } from "../../result/model.ts";
import type { CaseResult } from "../../result/result.ts";
import { curlText } from "../common/account.ts";
import { failedChecks, sentenceOf, whyOf } from "../common/checks.ts";
import { caseLines, labelledLines, titleLines } from "./blocks.ts";
import { cutEnd } from "./columns.ts";
import { frameLines } from "./frame.ts";
import { marks } from "./marks.ts";
import { casesThat, type Page, type Section } from "./page.ts";
import type { Line } from "./paint.ts";

/** Nobody reads more of them one by one; the other formats have all. */
const mostShown = 100;

/** The failed cases: what was expected and what came, where it was declared, why it is right, how to repeat it. */
export const failuresSection: Section = (page) => {
  // What is known is counted, and not told again.
  const failed = casesThat(page, "failed").filter(({ known }) => known === undefined);
  const lines: Line[] = [];
  for (const one of page.suite.wholeCases(failed.slice(0, mostShown).map(({ id }) => id))) {
    if (lines.length > 0) lines.push([]);
    lines.push(...failureLines(one, page));
  }
  if (failed.length <= mostShown) return lines;
  return [
    ...lines,
    [],
    [{ text: ` ${marks.failed.mark} more of them:`, style: "red" }],
    ...caseLines(failed.slice(mostShown), page.width),
  ];
};

function failureLines(one: CaseResult, { width, sources }: Page): ReadonlyArray<Line> {
  const last = one.attempts.at(-1);
  if (!last) return [];
  const failed = failedChecks(last);
  const whys = new Set(failed.map((check) => whyOf(check, one)).filter((why) => why !== undefined));
  return [
    ...titleLines(marks.failed, one, width),
    ...failed.flatMap((check) => labelledLines("", sentenceOf(check, one, last), width)),
    ...frameLines(one.manifest, sources, width),
    ...[...whys].flatMap((why) => labelledLines("why", why, width)),
    ...bodyLines(last, width),
    ...curlLines(last),
  ];
}

function bodyLines({ response }: Attempt, width: number): ReadonlyArray<Line> {
  return response?.body ? labelledLines("body", cutEnd(response.body.slice(0, width), width - 9), width) : [];
}

/** Never broken into lines: it is there to be copied. */
function curlLines(attempt: Attempt): ReadonlyArray<Line> {
  return attempt.request ? [[{ text: "   curl  ", style: "dim" }, { text: curlText(attempt) }]] : [];
}
