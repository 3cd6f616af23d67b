import { groupBy } from "../group-by.ts";
import type { Sample } from "./sample.ts";

/** What answers have shown, warnings included. */
export interface LeakCount {
  readonly count: number;
  /** The most frequent first. */
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly count: number }>;
}

/** `met-leaks`: null where there was no answer that could show anything. */
export function leakCount({ replies, checks }: Sample): LeakCount | null {
  if (replies.length === 0) return null;
  const found = checks.flatMap(({ check: { rule, passed } }) => (rule?.startsWith("leak-") && !passed ? [rule] : []));
  const rules = [...groupBy(found, (rule) => rule)].map(([rule, alike]) => ({ rule, count: alike.length }));
  return { count: found.length, rules: rules.sort((a, b) => b.count - a.count) };
}
