import type { Rule } from "../http/rule.ts";
import { type RuleId, rules } from "../http/rules.ts";
import type { Manifest, RuleLevels } from "../manifest/model.ts";
import type { EveryRule } from "./model.ts";
import { ruleLevel } from "./rule-level.ts";

const everyRules = (Object.entries(rules) as [RuleId, Rule][]).filter(([, { at }]) => at === "collection");

/** The rules that the collection's own script checks after every request: on for the suite, or for one endpoint at least. */
export function everyResponseRules(manifest: Manifest): ReadonlyArray<EveryRule> {
  const found: EveryRule[] = [];
  for (const [id, { title, codes, methods }] of everyRules) {
    // An error body of the team's own may have a `status` that means something else.
    if (id === "problem-status-equals-actual" && manifest.defaults.errors?.kind === "example") continue;
    const level = ruleLevel(id, { manifest, rules: {} });
    const isOnSomewhere = manifest.endpoints.some((endpoint) => (endpoint.rules[id] ?? "off") !== "off");
    if (level === "off" && !isOnSomewhere) continue;
    found.push({ rule: id, title, level, ...(codes && { codes }), ...(methods && { methods }) });
  }
  return found;
}

/** Where an endpoint's own `rules` differ from what the collection's script checks. */
export function ownLevels(own: RuleLevels, manifest: Manifest): RuleLevels | undefined {
  const ids = (Object.keys(own) as RuleId[]).filter((id) => (rules[id] as Rule).at === "collection");
  const differing = ids
    .map((id) => [id, ruleLevel(id, { manifest, rules: own })] as const)
    .filter(([id, level]) => level !== ruleLevel(id, { manifest, rules: {} }));
  return differing.length === 0 ? undefined : Object.fromEntries(differing);
}
