import type { Change } from "../../../result/history/model.ts";
import type { CaseRun } from "../../../result/model.ts";
import type { Result } from "../../../result/result.ts";

const origins = ["declared", "implied", "support"] as const satisfies ReadonlyArray<CaseRun["origin"]>;
const changes = ["new", "still failing", "fixed"] as const satisfies ReadonlyArray<Change>;

/** What the list can be narrowed by: only what there is. */
export function listView({ suites }: Result) {
  const cases = suites.flatMap(({ outline }) => outline);
  const used = new Set(cases.map(({ origin }) => origin));
  const changed = changes.map((change) => ({ change, count: cases.filter((one) => one.change === change).length }));
  return {
    count: cases.length,
    suites: suites.length > 1 ? suites.map(({ suite }, index) => ({ index, suite })) : [],
    origins: used.size > 1 ? origins.filter((origin) => used.has(origin)) : [],
    changes: changed.filter(({ count }) => count > 0),
  };
}
