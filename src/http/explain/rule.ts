import type { Rule } from "../rule.ts";
import { type RuleId, rules } from "../rules.ts";
import { statusLine } from "../statuses.ts";
import { page, row } from "./page.ts";

/** What a rule asserts, of which responses, who decides it, and why. */
export function explainRule(id: RuleId): string {
  const rule: Rule = rules[id];
  return page(id, [
    row("asserts", rule.title),
    row("level", rule.isFixed ? `${rule.level}, fixed: other cases are built on it` : rule.level),
    row("warns", rule.onlyWarnsFor && `only, with ${rule.onlyWarnsFor.join(" or ")} credentials`),
    row("of", rule.codes === undefined ? "every response" : rule.codes.map(statusLine).join(", ")),
    row("methods", rule.methods?.join(", ")),
    row("decided", deciders[rule.at ?? "case"]),
    row("from", rule.from && `the profile ${rule.from} on; \`rules:\` switches it on in every profile`),
    row("why", rule.why),
    row("trap", rule.trap),
    row("source", rule.source),
    row("switch", rule.isFixed ? undefined : `rules: { ${id}: off }`),
  ]);
}

const deciders = {
  case: "in the script of each case that it fits",
  plan: "in the script of the cases that have something to compare with",
  collection: "after every request, in the script of the collection",
  run: "by the runner, of what never became a response",
  suite: "by the results of the whole run",
} as const satisfies Record<"case" | NonNullable<Rule["at"]>, string>;
