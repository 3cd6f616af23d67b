import { duration } from "../common/words.ts";
import { columns, cutEnd } from "./columns.ts";
import type { Section } from "./page.ts";
import type { Line } from "./paint.ts";

/** The three slowest responses. */
export const slowestSection: Section = ({ suite, width }) => {
  const slowest = suite.slowest.slice(0, 3);
  const times = slowest.map(({ timeMs }) => duration(timeMs));
  const longest = Math.max(...times.map(columns), 0);
  return slowest.map(({ title }, index): Line => {
    const head = ` ${(index === 0 ? "slowest" : "").padEnd(7)}  ${(times[index] ?? "").padStart(longest)}  `;
    return [{ text: head, style: "dim" }, { text: cutEnd(title, width - head.length) }];
  });
};
