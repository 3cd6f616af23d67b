import type { CheckRun } from "../model.ts";
import type { Sample } from "./sample.ts";

/** How often an endpoint broke a rule. */
export interface RuleViolation {
  readonly rule: string;
  readonly level: CheckRun["level"];
  readonly endpoint: string;
  readonly count: number;
}

/** `met-rule-violations`: the most frequent first, then by endpoint in plan order. */
export function ruleViolations({ endpoints }: Sample): ReadonlyArray<RuleViolation> {
  const rows = endpoints.flatMap(({ endpoint, checks }) =>
    [...checks.values()].flatMap(({ rule, level, passed, count }) =>
      rule === undefined || passed ? [] : [{ rule, level, endpoint, count }],
    ),
  );
  return rows.sort((a, b) => b.count - a.count);
}
