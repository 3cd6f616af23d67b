import type { Outcome } from "../../result/model.ts";
import { markedLines } from "./blocks.ts";
import { groupBy } from "./group-by.ts";
import { marks } from "./marks.ts";
import { casesThat, type Section } from "./page.ts";
import { counted } from "./words.ts";

/** What the case to blame did. `passed` and `flaky`: what it owes to others is only a warning there. */
const deeds = {
  passed: "did not give what others need",
  flaky: "did not give what others need",
  failed: "failed",
  errored: "errored",
  inconclusive: "is inconclusive",
  skipped: "was skipped",
  unproven: "is unproven",
} as const satisfies Record<Outcome, string>;

/** The inconclusive cases by the case to blame. */
export const inconclusiveSection: Section = (page) => {
  const { blames, run, outcomes, width } = page;
  const titles = new Map(run.cases.map((each) => [each.id, each.title]));
  const groups = groupBy(casesThat(page, "inconclusive"), (each) => blames.get(each.id) ?? "");
  return [...groups].flatMap(([root, cases]) => {
    const outcome = outcomes.get(root);
    const prove = `${counted(cases.length, "case")} ${cases.length === 1 ? "proves" : "prove"} nothing`;
    const reason = `because this ${outcome ? deeds[outcome] : "is not in the run"}`;
    return markedLines(marks.inconclusive, `${prove} ${reason}: ${titles.get(root) ?? root}`, { width });
  });
};
