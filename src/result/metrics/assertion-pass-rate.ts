import type { Rule } from "../../http/rule.ts";
import { type RuleId, rules } from "../../http/rules.ts";
import { groupBy } from "../group-by.ts";
import type { Sample } from "./sample.ts";
import { type Share, shareOf } from "./share.ts";

/** What the checks of a run came to. */
export interface AssertionPassRate {
  readonly assertions: Share | null;
  /** Warnings that were given: nobody reports those that were not. */
  readonly warnings: number;
  /** Rules whose passes are reported as well, by id. */
  readonly rules: ReadonlyArray<{ readonly rule: string } & Share>;
}

/** `met-assertion-pass-rate`. */
export function assertionPassRate({ checks }: Sample): AssertionPassRate {
  const all = checks.map(({ check }) => check);
  const assertions = all.filter(({ level }) => level === "error");
  const ruled = assertions.flatMap(({ rule, passed }) =>
    rule !== undefined && reportsPasses(rule) ? [{ rule, passed }] : [],
  );
  const byRule = [...groupBy(ruled, ({ rule }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    assertions: shareOf(passedOf(assertions), assertions.length),
    warnings: all.filter(({ level, passed }) => level === "warning" && !passed).length,
    rules: byRule.flatMap(([rule, alike]) => {
      const share = shareOf(passedOf(alike), alike.length);
      return share === null ? [] : [{ rule, ...share }];
    }),
  };
}

/** The collection's own script and the runner speak up only when a rule is broken. */
function reportsPasses(id: string): boolean {
  const rule: Rule | undefined = isRuleId(id) ? rules[id] : undefined;
  return rule?.at !== "collection" && rule?.at !== "run";
}

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}

function passedOf(checks: ReadonlyArray<{ readonly passed: boolean }>): number {
  return checks.filter(({ passed }) => passed).length;
}
