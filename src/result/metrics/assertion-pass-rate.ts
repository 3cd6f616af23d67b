import type { Rule } from "../../http/rule.ts";
import { type RuleId, rules } from "../../http/rules.ts";
import { groupBy } from "../group-by.ts";
import type { CheckCount } from "../tally/endpoint-tally.ts";
import { type Sample, totalOf } from "./sample.ts";
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
export function assertionPassRate({ endpoints }: Sample): AssertionPassRate {
  const all = endpoints.flatMap(({ checks }) => [...checks.values()]);
  const assertions = all.filter(({ level }) => level === "error");
  const ruled = assertions.filter(({ rule }) => rule !== undefined && reportsPasses(rule));
  const byRule = [...groupBy(ruled, ({ rule = "" }) => rule)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    assertions: passRate(assertions),
    warnings: totalOf(all.filter(({ level, passed }) => level === "warning" && !passed)),
    rules: byRule.flatMap(([rule, alike]) => {
      const share = passRate(alike);
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

function passRate(checks: ReadonlyArray<CheckCount>): Share | null {
  return shareOf(totalOf(checks.filter(({ passed }) => passed)), totalOf(checks));
}
