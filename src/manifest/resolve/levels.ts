import type { Report } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import type { Level, Rule } from "../../http/rule.ts";
import { type RuleId, rules } from "../../http/rules.ts";
import type { RuleLevels } from "../model.ts";
import type { LevelsInput } from "../schema/endpoint.ts";
import { keyOf, partOf, type SourceNode } from "../source-node.ts";

/** `rules:` with nothing but rules that exist. */
export function resolveLevels(
  input: LevelsInput | undefined,
  node: SourceNode | undefined,
  report: Report,
): RuleLevels {
  const levels: Partial<Record<RuleId, Level>> = {};
  if (input === undefined || node === undefined) return levels;
  for (const [id, level] of Object.entries(input)) {
    const span = keyOf(partOf(node, id));
    if (!isRule(id)) report({ code: "unknown-rule", args: { id, nearest: suggest(id, Object.keys(rules)) }, span });
    else if (isFixed(id)) report({ code: "fixed-rule", args: { id }, span });
    else levels[id] = level;
  }
  return levels;
}

function isRule(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}

function isFixed(id: RuleId): boolean {
  const rule: Rule = rules[id];
  return rule.isFixed === true;
}
