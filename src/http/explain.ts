import { type Edge, tierNames } from "./edge.ts";
import { type EdgeId, edges, remedies } from "./edges.ts";
import type { Rule } from "./rule.ts";
import { type RuleId, rules } from "./rules.ts";
import { statuses, statusLine } from "./statuses.ts";

/** What a status code means, how it is provoked, and what is checked of a response with it. */
export function explainStatus(code: number): string {
  const status = statuses.get(code);
  const provoked = Object.entries<Edge>(edges).filter(([, edge]) => edge.codes.includes(code));
  const checked = Object.entries<Rule>(rules).filter(([, rule]) => rule.codes?.includes(code));
  const remedy =
    remedies.get(code) ?? (code >= 400 ? "add `when`: nothing is known to provoke it everywhere" : undefined);
  return page(statusLine(code), [
    ["means", [status?.meaning ?? ""]],
    ["body", [status?.isBodiless ? "never" : "may come"]],
    ["provoked", provoked.map(([id, { title }]) => `${id}: ${title}`)],
    ["else", remedy === undefined ? [] : [remedy]],
    ["checked", checked.map(([id, { title, level }]) => `${id} (${level}): ${title}`)],
    ["source", [status?.source ?? ""]],
  ]);
}

/** What a rule asserts, of which responses, and why. */
export function explainRule(id: RuleId): string {
  const rule: Rule = rules[id];
  return page(id, [
    ["asserts", [rule.title]],
    ["level", [rule.isFixed ? `${rule.level}, fixed: other cases are built on it` : rule.level]],
    ["of", [rule.codes === undefined ? "every response" : rule.codes.map(statusLine).join(", ")]],
    ["methods", rule.methods === undefined ? [] : [rule.methods.join(", ")]],
    ["warns", rule.onlyWarnsFor === undefined ? [] : [`only, with ${rule.onlyWarnsFor.join(" or ")} credentials`]],
    ["why", [rule.why]],
    ["source", [rule.source]],
    ["switch", rule.isFixed ? [] : [`rules: { ${id}: off }`]],
  ]);
}

/** How an edge provokes its code, and where it is sent. */
export function explainEdge(id: EdgeId): string {
  const edge: Edge = edges[id];
  const { implied, policy } = edge;
  return page(id, [
    ["case", [`-> ${edge.codes.join(" or ")} ${edge.title}`]],
    ["needs", edge.needs.length === 0 ? [] : [edge.needs.join(", ")]],
    ["methods", edge.methods === undefined ? [] : [edge.methods.join(", ")]],
    ["declared", [`expects the first of ${edge.codes.join(", ")} that the endpoint declares without \`when\``]],
    ["also", edge.also === undefined ? [] : [`${edge.also.join(", ")} is right as well, with a warning`]],
    [
      "implied",
      implied === undefined ? [] : [`in ${tierNames[edge.tier]}, as ${implied.family.replaceAll("|", " or ")}`],
    ],
    ["policy", policy === undefined ? [] : [policy]],
    ["why", [edge.why]],
    ["source", [edge.source]],
  ]);
}

type Row = readonly [label: string, lines: ReadonlyArray<string>];

function page(title: string, rows: ReadonlyArray<Row>): string {
  const lines = rows
    .filter(([, texts]) => texts.length > 0)
    .flatMap(([label, texts]) => texts.map((text, index) => `  ${(index === 0 ? label : "").padEnd(9)} ${text}`));
  return `${[title, "", ...lines].join("\n")}\n`;
}
