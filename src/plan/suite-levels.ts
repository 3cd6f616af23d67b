import type { Level, Rule } from "../http/rule.ts";
import { type SuiteRuleId, suiteRules } from "../http/rules/suite.ts";
import type { Manifest } from "../manifest/model.ts";
import { ruleLevel } from "./rule-level.ts";

/** The levels of the suite's rules where the manifest moves them: `rules:`, `strict`, or a profile that leaves them out. */
export function suiteLevels(manifest: Manifest): Readonly<Record<string, Level>> {
  const levels: Record<string, Level> = {};
  for (const [id, rule] of Object.entries(suiteRules) as [SuiteRuleId, Rule][]) {
    const level = ruleLevel(id, { manifest, rules: {} });
    if (level !== rule.level) levels[id] = level;
  }
  return levels;
}
