import { groupBy } from "../../result/group-by.ts";
import type { Outcome } from "../../result/model.ts";
import { isThrottled } from "../../result/outcome.ts";
import { markedLines } from "./blocks.ts";
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
  const { suite, width } = page;
  const byId = new Map(suite.outline.map((each) => [each.id, each]));
  const all = casesThat(page, "inconclusive");
  const throttled = all.filter(isThrottled);
  const groups = groupBy(
    all.filter((each) => !throttled.includes(each)),
    (each) => each.because ?? "",
  );
  const slowDown = throttled.length === 0 ? [] : markedLines(marks.inconclusive, tooFast(throttled.length), { width });
  const others = [...groups].flatMap(([root, cases]) => {
    const outcome = byId.get(root)?.outcome;
    const prove = `${counted(cases.length, "case")} ${cases.length === 1 ? "proves" : "prove"} nothing`;
    const reason = `because this ${outcome ? deeds[outcome] : "is not in the run"}`;
    return markedLines(marks.inconclusive, `${prove} ${reason}: ${byId.get(root)?.title ?? root}`, { width });
  });
  return [...slowDown, ...others];
};

function tooFast(count: number): string {
  const prove = `${counted(count, "case")} ${count === 1 ? "proves" : "prove"} nothing`;
  return `${prove} because the server answered 429: slow down with --concurrency 1, or raise its limit for tests`;
}
