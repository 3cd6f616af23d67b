import { type RuleId, rules } from "../../http/rules.ts";
import { statusLine } from "../../http/statuses.ts";
import type { Attempt, CaseRun, CheckRun } from "../../result/model.ts";
import { curlLine } from "../curl.ts";
import { labelledLines, titleLines } from "./blocks.ts";
import { cutEnd } from "./columns.ts";
import { frameLines } from "./frame.ts";
import { marks } from "./marks.ts";
import { type Page, type Section, wholeCasesThat } from "./page.ts";
import type { Line } from "./paint.ts";
import { counted, expectation } from "./words.ts";

/** A longer line is no use on a terminal. */
const longestCurl = 4000;

/** Each failed case: what was expected and what came, where it was declared, why it is right, how to repeat it. */
export const failuresSection: Section = (page) => {
  const lines: Line[] = [];
  for (const one of wholeCasesThat(page, "failed")) {
    // What is known is counted, and not told again.
    if (one.known !== undefined) continue;
    if (lines.length > 0) lines.push([]);
    lines.push(...failureLines(one, page));
  }
  return lines;
};

function failureLines(one: CaseRun, { width, sources }: Page): ReadonlyArray<Line> {
  const last = one.attempts.at(-1);
  if (!last) return [];
  const failed = last.checks.filter((check) => !check.passed && check.level === "error");
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

/** What was expected and what came. */
function sentenceOf(check: CheckRun, one: CaseRun, { response }: Attempt): string {
  if (check.rule === "status-expected" && response) {
    return `expected ${expectation(one.expected)}, got ${statusLine(response.status)}`;
  }
  return check.message === undefined ? `not so: ${check.title}` : `${check.title}: ${check.message}`;
}

/** The code has the reason of its case; everything else has the reason of its rule. */
function whyOf(check: CheckRun, one: CaseRun): string | undefined {
  if (check.rule === "status-expected") return `${one.why} (${one.source})`;
  if (check.rule === undefined || !isRuleId(check.rule)) return undefined;
  const { why, source } = rules[check.rule];
  return `${why} (${source})`;
}

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}

function bodyLines({ response }: Attempt, width: number): ReadonlyArray<Line> {
  return response?.body ? labelledLines("body", cutEnd(response.body.slice(0, width), width - 9), width) : [];
}

/** Never broken into lines: it is there to be copied. */
function curlLines({ request }: Attempt): ReadonlyArray<Line> {
  if (!request) return [];
  const curl = curlLine(request);
  const shown = curl.length > longestCurl ? `left out: it has ${counted(curl.length, "character")}` : curl;
  return [[{ text: "   curl  ", style: "dim" }, { text: shown }]];
}
