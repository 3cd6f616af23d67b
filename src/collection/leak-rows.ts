import type { Leak } from "../http/leak.ts";
import { leaks } from "../http/leaks.ts";
import type { Level } from "../http/rule.ts";
import type { EveryRule } from "../plan/model.ts";

/** A pattern as a row of the script's own table. */
export interface LeakRow {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  /** The lowest status code that it speaks of. */
  readonly from: number;
  readonly family: string;
  /** A regular expression literal. */
  readonly pattern: string;
  /** The kind of success that it matters in as well; null: none. */
  readonly where: string | null;
}

const patterns: ReadonlyMap<string, Leak> = new Map(Object.entries(leaks));

/** Whether a rule is one pattern: such rules share one loop. */
export function isLeak(rule: string): boolean {
  return patterns.has(rule);
}

/** The patterns that are on, errors first: of each family the script tells only the first that matches. */
export function leakRows(every: ReadonlyArray<EveryRule>): ReadonlyArray<LeakRow> {
  const rows: LeakRow[] = [];
  for (const { rule, level, title } of every) {
    const leak = patterns.get(rule);
    if (leak === undefined) continue;
    const { family, pattern, isEverywhere, inSuccess = null } = leak;
    rows.push({
      id: rule,
      level,
      title,
      from: isEverywhere ? 200 : 400,
      family,
      pattern: `${pattern}`,
      where: inSuccess,
    });
  }
  return [...rows.filter(({ level }) => level === "error"), ...rows.filter(({ level }) => level !== "error")];
}
