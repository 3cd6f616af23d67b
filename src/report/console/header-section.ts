import { counted, duration } from "../common/words.ts";
import { flowLines } from "./flow.ts";
import type { Section } from "./page.ts";
import type { Segment } from "./paint.ts";

/** `Bookstore · staging · 61 cases, 402 checks in 3.1 s · 8 lanes`. */
export const headerSection: Section = ({ suite, width }) => {
  const { cases, checks } = suite.summary;
  const amount = `${counted(cases, "case")}, ${counted(checks.passed + checks.failed, "check")}`;
  const items: ReadonlyArray<Segment> = [
    { text: suite.suite, style: "bold" },
    // A collection can do without one.
    ...(suite.environment === "" ? [] : [{ text: suite.environment }]),
    { text: `${amount} in ${duration(suite.durationMs)}` },
    { text: counted(suite.lanes, "lane") },
    ...(suite.isPartial ? [{ text: "a part of the suite" }] : []),
    ...(suite.shard ? [{ text: `shard ${suite.shard.index}/${suite.shard.of}` }] : []),
  ];
  return flowLines(items, { width, separator: " · ", indent: 0 });
};
