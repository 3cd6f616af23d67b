import type { Level, Rule } from "../http/rule.ts";
import { type RuleId, rules } from "../http/rules.ts";
import type { Manifest, RuleLevels } from "../manifest/model.ts";

/** Where each profile stands: it switches on what a lower one does. */
export const profileRanks = { minimal: 0, standard: 1, thorough: 2 } as const;

/** What decides the level of a rule besides its entry. */
interface LevelChoice {
  readonly manifest: Pick<Manifest, "profile" | "rules" | "strict">;
  /** The endpoint's own `rules`. */
  readonly rules: RuleLevels;
  /** Kind of the credentials that are sent or withheld. */
  readonly authKind?: string;
}

/** The level of a rule: what the endpoint says, else the suite, else the profile and the rule's own entry. */
export function ruleLevel(id: RuleId, { manifest, rules: own, authKind }: LevelChoice): Level {
  const rule: Rule = rules[id];
  if (rule.isFixed) return rule.level;
  const isTolerated = authKind !== undefined && rule.onlyWarnsFor?.includes(authKind) === true;
  const isOn = rule.from === undefined || profileRanks[manifest.profile] >= profileRanks[rule.from];
  const level = own[id] ?? manifest.rules[id] ?? (!isOn ? "off" : isTolerated ? "warning" : rule.level);
  return level === "warning" && manifest.strict ? "error" : level;
}
