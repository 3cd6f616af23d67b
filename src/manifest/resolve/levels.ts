import type { Report, Span } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import type { LintSetting } from "../../http/lint.ts";
import { type LintId, type LintLevels, lints } from "../../http/lints.ts";
import type { Level, Rule } from "../../http/rule.ts";
import { type RuleId, rules } from "../../http/rules.ts";
import type { RuleLevels } from "../model.ts";
import type { LevelsInput } from "../schema/endpoint.ts";
import { keyOf, partOf, placeOf, type SourceNode } from "../source-node.ts";

/** What `rules:` says of rules, and of lints. */
export interface Levels {
  readonly rules: RuleLevels;
  readonly lints: LintLevels;
}

/** `rules:` with nothing but rules and lints that exist. */
export function resolveLevels(input: LevelsInput | undefined, node: SourceNode | undefined, report: Report): Levels {
  const ruleLevels: Partial<Record<RuleId, Level>> = {};
  const lintLevels: Partial<Record<LintId, LintSetting>> = {};
  for (const [id, level] of Object.entries(input ?? {})) {
    const child = node && partOf(node, id);
    if (child === undefined) continue;
    if (isLint(id)) lintLevels[id] = level;
    else if (level === "hint") report(noHint(placeOf(child)));
    else if (isSwitchable(id, keyOf(child), report)) ruleLevels[id] = level;
  }
  return { rules: ruleLevels, lints: lintLevels };
}

function isSwitchable(id: string, span: Span, report: Report): id is RuleId {
  if (!isRule(id)) {
    const nearest = suggest(id, [...Object.keys(rules), ...Object.keys(lints)]);
    report({ code: "unknown-rule", args: { id, nearest }, span });
    return false;
  }
  if (isFixed(id)) report({ code: "fixed-rule", args: { id }, span });
  return !isFixed(id);
}

/** A response is right, or not, or a matter of taste: a hint has no place in a run. */
function noHint(span: Span) {
  const expected = '"off", "warning" or "error" for a rule; only lints have hints';
  return { code: "bad-value" as const, args: { value: "hint", expected }, span };
}

function isLint(id: string): id is LintId {
  return Object.hasOwn(lints, id);
}

function isRule(id: string): id is RuleId {
  return Object.hasOwn(rules, id);
}

function isFixed(id: RuleId): boolean {
  const rule: Rule = rules[id];
  return rule.isFixed === true;
}
