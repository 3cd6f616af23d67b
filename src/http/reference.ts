import { type Edge, tierNames } from "./edge.ts";
import { edges } from "./edges.ts";
import { policies } from "./policies.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { statuses } from "./statuses.ts";

/** The reference pages of docs/, name to Markdown: made from the tables, so that they cannot say anything else. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ["statuses.md", statusPage()],
    ["rules.md", rulePage()],
    ["recipes.md", recipePage()],
    ["policies.md", policyPage()],
  ]);
}

function statusPage(): string {
  const rows = [...statuses].map(([code, { name, meaning, source, isBodiless }]) => [
    String(code),
    name,
    meaning,
    isBodiless ? "never" : "may come",
    source,
  ]);
  return page("Status codes", "The IANA registry. `newmanifest explain 409` says more of one.", [
    ["code", "name", "means that", "body", "source"],
    ...rows,
  ]);
}

function rulePage(): string {
  const rows = Object.entries<Rule>(rules).map(([id, { title, level, codes, why, source, isFixed }]) => [
    `\`${id}\``,
    title,
    isFixed ? `${level}, fixed` : level,
    codes?.join(", ") ?? "all",
    why,
    source,
  ]);
  const intro =
    "What a response must be. `rules: { <id>: off|warning|error }` switches one, for the suite or an endpoint.";
  return page("Rules", intro, [["id", "asserts that", "level", "of codes", "why", "source"], ...rows]);
}

function recipePage(): string {
  const rows = Object.entries<Edge>(edges).map(([id, { title, codes, methods, tier, implied, why, source }]) => [
    `\`${id}\``,
    `-> ${codes.join(" or ")} ${title}`,
    methods?.join(", ") ?? "all",
    implied === undefined ? "" : `${tierNames[tier]}: ${implied.family.replaceAll("|", " or ")}`,
    why,
    source,
  ]);
  const intro =
    "How a code is provoked. A declared code is expected exactly; where the profile implies a case, any code of its family is right.";
  return page("Recipes", intro, [["id", "case", "methods", "implied in", "why", "source"], ...rows]);
}

function policyPage(): string {
  const rows = Object.entries(policies).map(([name, { question, values, isEffective }]) => [
    `\`${name}\``,
    question,
    values.join(", "),
    isEffective ? "yes" : "accepted, with a warning",
  ]);
  const intro =
    "Questions the authorities answer differently. The declared codes decide first, then `policy:`, then any is right.";
  return page("Policies", intro, [["name", "question", "values", "in effect"], ...rows]);
}

function page(title: string, intro: string, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const [head = [], ...body] = rows.map((cells) => cells.map((cell) => cell.replaceAll("|", "\\|")));
  const lines = [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`);
  return [`# ${title}`, "", intro, "", ...lines, ""].join("\n");
}
