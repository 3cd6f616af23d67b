import type { Summary } from "../../result/model.ts";
import type { Result, SuiteResult } from "../../result/result.ts";
import type { Trouble } from "../common/troubles.ts";
import { counted, duration } from "../common/words.ts";
import { md, strong, table } from "./escape.ts";
import type { Section } from "./within-limit.ts";

const marks = { error: "❌", warning: "⚠️" } as const;

const columns = [
  ["passed", ({ passed }) => passed],
  ["failed", ({ failed }) => failed],
  ["flaky", ({ flaky }) => flaky],
  ["errored", ({ errored }) => errored],
  ["inconclusive", ({ inconclusive }) => inconclusive],
  ["unproven", ({ unproven }) => unproven],
  ["skipped", ({ skipped }) => skipped],
  ["warnings", ({ checks }) => checks.warned],
] as const satisfies ReadonlyArray<readonly [name: string, count: (summary: Summary) => number]>;

/** Whether it is green, and the suites with what became of their cases. */
export function headSection(result: Result, troubles: ReadonlyArray<Trouble>): Section {
  return {
    one: "table of the suites",
    many: "tables of the suites",
    rank: 0,
    count: 2,
    blocks: [`## ${verdict(result, troubles)}\n\n`, `${suiteTable(result)}\n\n`],
  };
}

/** What is wrong beside the cases. */
export function troubleSection(troubles: ReadonlyArray<Trouble>): Section {
  const blocks = troubles.map(
    ({ level, title, message }) => `- ${marks[level]} ${strong(title)}: ${md(message.slice(0, 1000))}\n`,
  );
  return { one: "alert or finding", many: "alerts and findings", rank: 1, count: troubles.length, blocks };
}

function verdict(result: Result, troubles: ReadonlyArray<Trouble>): string {
  const known = result.suites.flatMap(({ outline }) => outline).filter((one) => one.known !== undefined).length;
  const sum = (count: (summary: Summary) => number) =>
    result.suites.reduce((total, { summary }) => total + count(summary), 0);
  const cases = sum((summary) => summary.cases);
  const failed = sum((summary) => summary.failed) - known;
  const errored = sum((summary) => summary.errored);
  const others = troubles.filter(({ level }) => level === "error").length;
  const words = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errored > 0 ? [`${errored} errored`] : []),
    ...(known > 0 ? [`${known} known`] : []),
    ...(others > 0 ? [`${others} wrong beside the cases`] : []),
    `${sum(({ passed, flaky }) => passed + flaky)} of ${counted(cases, "case")} passed`,
  ];
  const isRed = failed + errored + others > 0;
  return `${isRed ? "❌" : "✅"} ${words.join(", ")} in ${duration(result.durationMs)}`;
}

function suiteTable({ suites }: Result): string {
  const shown = columns.filter(
    ([name, count]) => name === "passed" || suites.some(({ summary }) => count(summary) > 0),
  );
  const row = ({ suite, environment, summary, durationMs }: SuiteResult) => [
    md(suite),
    md(environment),
    ...shown.map(([, count]) => String(count(summary))),
    duration(durationMs),
  ];
  return table(["suite", "environment", ...shown.map(([name]) => name), "time"], suites.map(row));
}
