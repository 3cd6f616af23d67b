import type { Rule } from "../http/rule.ts";
import { type RuleId, rules } from "../http/rules.ts";
import { statuses } from "../http/statuses.ts";
import type { CheckChoice, RuleCheck } from "./check-choice.ts";
import { manifestChecks } from "./manifest-checks.ts";
import type { Check } from "./model.ts";
import { codesOf, describePattern, guardOf, shortPattern } from "./pattern.ts";
import { ruleLevel } from "./rule-level.ts";

/** The checks of a case, in the order of the script: transport, status, what the code asks for, what the manifest declares. */
export function selectChecks(choice: CheckChoice): ReadonlyArray<Check> {
  const found: RuleCheck[] = [
    { rule: "wire-response-received", title: rules["wire-response-received"].title, view: {} },
    statusCheck(choice),
    ...preferredCheck(choice),
    ...ruleChecks(choice),
    ...(choice.extra ?? []),
    ...manifestChecks(choice),
  ];
  const checks: Check[] = [];
  for (const check of found) {
    const level = ruleLevel(check.rule, choice);
    if (level !== "off") checks.push(checkOf(check, level));
  }
  return checks;
}

/** Written out: a spread of so many small objects takes four times their memory. */
function checkOf({ rule, title, on, view, id = rule }: RuleCheck, level: Check["level"]): Check {
  return on === undefined ? { rule, title, view, id, level } : { rule, title, on, view, id, level };
}

function statusCheck({ expected, also }: CheckChoice): RuleCheck {
  const codes = [...expected.codes, ...also];
  const { classes } = expected;
  const only = codes.length === 1 && classes.length === 0 ? codes[0] : null;
  const view = { only, codes, classes: classes.length > 0 ? classes : null };
  const isOpen = shortPattern(expected) === "no 5xx" && also.length === 0;
  return {
    rule: isOpen ? "status-not-5xx" : "status-expected",
    title: `status is ${describePattern({ ...expected, codes })}`,
    view,
  };
}

function preferredCheck({ expected, also }: CheckChoice): ReadonlyArray<RuleCheck> {
  if (also.length === 0) return [];
  const title = `status is preferably ${describePattern(expected)}`;
  // A class has no list of codes to be compared with: it is asked about what is only tolerated.
  const on = expected.classes.length > 0 ? also : guardOf(expected, also);
  return [{ rule: "status-preferred", title, on, view: { codes: expected.codes } }];
}

/** The rules of the table that have a partial of their own and speak of a code that may come here. */
function ruleChecks(choice: CheckChoice): ReadonlyArray<RuleCheck> {
  // Where nearly every code is right, each rule of each code would stand in the script, and hardly one would ever be asked.
  const isOpen = choice.expected.classes.length > 1;
  const possible = [...(isOpen ? choice.expected.codes : codesOf(choice.expected)), ...choice.also];
  const found: RuleCheck[] = [];
  for (const [id, rule] of tableRules) {
    if (rule.methods && !rule.methods.includes(choice.method)) continue;
    if (rule.needsBody && !mayHaveBody(choice, possible)) continue;
    const codes = rule.codes?.filter((code) => possible.includes(code));
    if (codes?.length === 0) continue;
    found.push({ rule: id, title: rule.title, ...(codes && { on: codes }), view: { method: choice.method } });
  }
  return found;
}

/** HEAD, 204, 205 and 304 never have one. */
function mayHaveBody({ method }: CheckChoice, possible: ReadonlyArray<number>): boolean {
  return method !== "HEAD" && possible.some((code) => !statuses.get(code)?.isBodiless);
}

/** Rules that are chosen by their table entry alone; the others are added by whoever knows what they compare. */
const tableRules: ReadonlyArray<readonly [RuleId, Rule]> = Object.entries(rules)
  .map(([id, rule]) => [id as RuleId, rule as Rule] as const)
  .filter(([, { at }]) => at === undefined);
