import { summarize } from "../../result/summary.ts";
import { flowLines } from "./flow.ts";
import type { Section } from "./page.ts";
import type { Segment } from "./paint.ts";
import { counted, duration } from "./words.ts";

/** `Bookstore · staging · 61 cases, 402 checks in 3.1 s · 8 lanes`. */
export const headerSection: Section = ({ run, width }) => {
  const { cases, checks } = summarize(run);
  const amount = `${counted(cases, "case")}, ${counted(checks.passed + checks.failed, "check")}`;
  const items: ReadonlyArray<Segment> = [
    { text: run.suite, style: "bold" },
    // A collection can do without one.
    ...(run.environment === "" ? [] : [{ text: run.environment }]),
    { text: `${amount} in ${duration(run.durationMs)}` },
    { text: counted(run.lanes, "lane") },
    ...(run.shard ? [{ text: `shard ${run.shard.index}/${run.shard.of}` }] : []),
  ];
  return flowLines(items, { width, separator: " · ", indent: 0 });
};
