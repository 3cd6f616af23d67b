import { ownId } from "../own-id.ts";
import type { CaseResult, Result, SuiteResult } from "../result.ts";
import type { KnownDeviation } from "./model.ts";

/** What a deviation is of: a case and what it breaks. */
export type Deviation = Pick<KnownDeviation, "case" | "rule">;

/** How an entry names the suite as a whole. */
export const wholeSuite = "suite";

/** Everything that fails in a result, in its order. */
export function deviationsOf(result: Result): ReadonlyArray<Deviation> {
  const all = result.suites.flatMap((suite) => [
    ...suite.outline.flatMap((one) => brokenRules(one).map((rule) => ({ case: one.id, rule }))),
    ...errorsOf(suite).map(({ rule }) => ({ case: wholeSuite, rule })),
  ]);
  return [...new Map(all.map((each) => [deviationKey(each), each])).values()];
}

/** What a failed case breaks: ids of rules, and titles of tests; nothing of a case that did not fail. */
export function brokenRules({ outcome, attempts }: CaseResult): ReadonlyArray<string> {
  const checks = outcome === "failed" ? (attempts.at(-1)?.checks ?? []) : [];
  const failed = checks.filter(({ passed, level }) => !passed && level === "error");
  return [...new Set(failed.map(({ rule, title }) => rule ?? title))];
}

/** The findings that fail a run. */
export function errorsOf({ findings }: SuiteResult): SuiteResult["findings"] {
  return findings.filter(({ level }) => level === "error");
}

/** By what an entry and a failure are found to be the same. */
export function deviationKey({ case: of, rule }: Deviation): string {
  return JSON.stringify([of, rule]);
}

/** The names by which an entry may call a case. */
export function namesOf(one: CaseResult): ReadonlyArray<string> {
  return [...new Set([one.id, ownId(one)])];
}
