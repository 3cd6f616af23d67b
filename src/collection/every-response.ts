import { statuses } from "../http/statuses.ts";
import type { EveryRule } from "../plan/model.ts";
import { levelsVariable } from "../plan/names.ts";
import { jsonLiteral, type Render } from "../template.ts";
import { functionLines } from "./functions.ts";
import { guardLines } from "./guard.ts";
import { isLeak, leakRows } from "./leak-rows.ts";

/** The test of the collection's own script that is always reported: it tells that the rules were looked at. */
export const everyResponseTitle = "the rules of every response were checked";

/** The collection's own test script, a line each: Postman and Newman run it after every request. Empty without rules. */
export function everyResponseScript(every: ReadonlyArray<EveryRule>, render: Render): ReadonlyArray<string> {
  if (every.length === 0) return [];
  const leaks = leakRows(every);
  const loop = leaks.length > 0 ? [{ condition: "", text: render("collection/leaks", {}).trimEnd() }] : [];
  // The patterns come first: what they told need not be told again.
  const others = every.filter(({ rule }) => !isLeak(rule));
  const statements = [
    ...loop,
    ...others.map((rule) => ({ condition: conditionOf(rule), text: ruleCall(rule, render) })),
  ];
  const lines = [
    ...render("collection/every-response", { variable: levelsVariable }).trimEnd().split("\n"),
    // Without a response there is nothing to check, and the item's own script says so.
    "if (pm.response.code) {",
    ...guardLines(statements).map((line) => (line === "" ? "" : `  ${line}`)),
    `  pm.test(${jsonLiteral(everyResponseTitle)}, () => pm.expect(unchecked, "rules that could not be checked").to.eql([]));`,
    "}",
  ];
  return [...lines, ...functionLines(lines.join("\n"), render, leaks)];
}

function ruleCall({ rule, level, title }: EveryRule, render: Render): string {
  const faultsOf = render(`every/${rule}`, { registered: [...statuses.keys()] }).trim();
  return `rule(${jsonLiteral(rule)}, ${jsonLiteral(level)}, ${jsonLiteral(title)}, ${faultsOf});`;
}

function conditionOf({ codes, methods }: EveryRule): string {
  const ofCode = codes && `${jsonLiteral(codes)}.includes(pm.response.code)`;
  const ofMethod = methods && `${jsonLiteral(methods)}.includes(pm.request.method)`;
  return [ofCode, ofMethod].filter((part) => part !== undefined).join(" && ");
}
