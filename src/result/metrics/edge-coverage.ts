import { groupBy } from "../group-by.ts";
import type { Outcome } from "../model.ts";
import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** Which of the planned edge cases ran and prove something. */
export interface EdgeCoverage {
  readonly executed: Share | null;
  /** In plan order. */
  readonly edges: ReadonlyArray<{ readonly edge: string } & Share>;
  /** Those that did not, and what became of them: `inconclusive` is blocked by another case. */
  readonly open: ReadonlyArray<{ readonly case: string; readonly edge: string; readonly outcome: Outcome }>;
}

const executed: ReadonlySet<Outcome> = new Set<Outcome>(["passed", "failed", "flaky"]);

/** `met-coverage-edge-cases`. */
export function edgeCoverage({ outline }: Sample): EdgeCoverage {
  const cases = outline.flatMap(({ id, edge, outcome }) => (edge === undefined ? [] : [{ case: id, edge, outcome }]));
  return {
    executed: executedOf(cases),
    edges: [...groupBy(cases, ({ edge }) => edge)].flatMap(([edge, alike]) => {
      const share = executedOf(alike);
      return share === null ? [] : [{ edge, ...share }];
    }),
    open: cases.filter(({ outcome }) => !executed.has(outcome)),
  };
}

function executedOf(cases: ReadonlyArray<{ readonly outcome: Outcome }>): Share | null {
  return shareOf(cases.filter(({ outcome }) => executed.has(outcome)).length, cases.length);
}
