import { groupBy } from "../group-by.ts";
import type { CheckRun } from "../model.ts";
import type { Sample } from "./sample.ts";

/** How often an endpoint broke a rule. */
export interface RuleViolation {
  readonly rule: string;
  readonly level: CheckRun["level"];
  readonly endpoint: string;
  readonly count: number;
}

/** `met-rule-violations`: the most frequent first, then in plan order. */
export function ruleViolations({ checks }: Sample): ReadonlyArray<RuleViolation> {
  const broken = checks.flatMap(({ one, check: { rule, level, passed } }) =>
    rule === undefined || passed ? [] : [{ rule, level, endpoint: one.endpoint }],
  );
  const groups = groupBy(broken, ({ rule, level, endpoint }) => JSON.stringify([rule, level, endpoint]));
  const rows = [...groups.values()].flatMap((alike) =>
    alike.slice(0, 1).map((row) => ({ ...row, count: alike.length })),
  );
  return rows.sort((a, b) => b.count - a.count);
}
