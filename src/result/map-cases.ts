import type { CaseResult, SuiteResult } from "./result.ts";

/** The suite with something added to its cases, wherever they are read from. It must depend on nothing but what an outline has. */
export function mapCases(suite: SuiteResult, change: (one: CaseResult) => CaseResult): SuiteResult {
  return {
    ...suite,
    outline: suite.outline.map(change),
    cases: { [Symbol.iterator]: () => changed(suite.cases, change) },
    wholeCases: (ids) => ({ [Symbol.iterator]: () => changed(suite.wholeCases(ids), change) }),
  };
}

function* changed(cases: Iterable<CaseResult>, change: (one: CaseResult) => CaseResult): Generator<CaseResult> {
  for (const one of cases) yield change(one);
}
