import { groupBy } from "../../result/group-by.ts";
import { isThrottled } from "../../result/outcome.ts";
import { deedOf } from "../common/reasons.ts";
import { counted } from "../common/words.ts";
import { markedLines } from "./blocks.ts";
import { marks } from "./marks.ts";
import { casesThat, type Section } from "./page.ts";

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
    const blamed = byId.get(root);
    const prove = `${counted(cases.length, "case")} ${cases.length === 1 ? "proves" : "prove"} nothing`;
    const reason = `because this ${deedOf(blamed)}`;
    return markedLines(marks.inconclusive, `${prove} ${reason}: ${blamed?.title ?? root}`, { width });
  });
  return [...slowDown, ...others];
};

function tooFast(count: number): string {
  const prove = `${counted(count, "case")} ${count === 1 ? "proves" : "prove"} nothing`;
  return `${prove} because the server answered 429: slow down with --concurrency 1, or raise its limit for tests`;
}
