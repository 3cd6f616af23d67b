import { groupBy } from "../group-by.ts";
import { repliesOf, type Sample, totalOf } from "./sample.ts";

/** What answers have shown, warnings included. */
export interface LeakCount {
  readonly count: number;
  /** The most frequent first. */
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly count: number }>;
}

/** `met-leaks`: null where there was no answer that could show anything. */
export function leakCount(sample: Sample): LeakCount | null {
  if (repliesOf(sample).length === 0) return null;
  const checks = sample.endpoints.flatMap((each) => [...each.checks.values()]);
  const found = checks.filter(({ rule, passed }) => rule?.startsWith("leak-") && !passed);
  const rules = [...groupBy(found, ({ rule = "" }) => rule)].map(([rule, alike]) => ({ rule, count: totalOf(alike) }));
  return { count: totalOf(found), rules: rules.sort((a, b) => b.count - a.count) };
}
