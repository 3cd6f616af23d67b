import type { CaseResult, Result } from "../../result/result.ts";
import { type AccountLine, accountOf } from "../common/account.ts";
import { suiteName } from "../common/troubles.ts";
import { code, details, fence, htmlCode, md, strong } from "./escape.ts";
import type { Section } from "./within-limit.ts";

/** Each failed and each errored case, folded: what was expected and came, why, where, and how to repeat it. */
export function failureSection(result: Result): Section {
  const red = result.suites.map(({ outline }) => outline.filter(isRed));
  const count = red.reduce((total, cases) => total + cases.length, 0);
  return { one: "failure", many: "failures", rank: 2, heading: "Failures", count, blocks: blocksOf(result) };
}

/** What is known is no news. */
function isRed({ outcome, known }: CaseResult): boolean {
  return outcome === "errored" || (outcome === "failed" && known === undefined);
}

function* blocksOf({ suites }: Result): Generator<string> {
  for (const suite of suites) {
    const ids = suite.outline.filter(isRed).map(({ id }) => id);
    const about = suites.length === 1 ? "" : ` · ${md(suiteName(suite))}`;
    for (const one of suite.wholeCases(ids)) yield failureBlock(one, about);
  }
}

function failureBlock(one: CaseResult, about: string): string {
  const lines = accountOf(one, one.attempts.at(-1));
  const texts = (label: AccountLine["label"]) => lines.filter((line) => line.label === label).map(({ text }) => text);
  const sign = one.outcome === "errored" ? "💥" : "❌";
  const change = one.change === undefined ? "" : ` · ${one.change}`;
  const items = [
    ...texts("").map((text) => `- ${strong(text)}`),
    ...texts("why").map((text) => `- why: ${md(text)}`),
    ...texts("at").map((text) => `- at ${code(text)}`),
  ];
  const curl = texts("curl").map((text) => fence(text, "sh"));
  const body = texts("body").map((text) => `The body:\n\n${fence(text)}`);
  const inner = [items.join("\n"), ...curl, ...body].join("\n\n");
  return `${details(`${sign} ${htmlCode(one.title || one.id)}${about}${change}`, inner)}\n\n`;
}
