import { type AlertMetric, type AlertUnit, alertMetrics, codeMetrics } from "./alert/metrics.ts";
import { type Edge, sentIn } from "./edge.ts";
import { edges } from "./edges.ts";
import { edgeTitle, familyWords } from "./explain/words.ts";
import type { Lint } from "./lint.ts";
import { lints } from "./lints.ts";
import type { Metric } from "./metric.ts";
import { metrics } from "./metrics.ts";
import { policies } from "./policies.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { statuses } from "./statuses.ts";

/** The reference pages of docs/, name to Markdown: made from the tables, so that they cannot say anything else. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ["statuses.md", statusPage()],
    ["rules.md", rulePage()],
    ["edges.md", edgePage()],
    ["lint.md", lintPage()],
    ["metrics.md", metricPage()],
    ["alerts.md", alertPage()],
    ["policies.md", policyPage()],
  ]);
}

function statusPage(): string {
  const rows = [...statuses].map(([code, { name, meaning, use, mistake = "", source, isBodiless }]) => [
    String(code),
    name,
    meaning,
    use,
    mistake,
    isBodiless ? "never" : "may come",
    source,
  ]);
  return page("Status codes", "The IANA registry. `newmanifest explain 409` says more of one.", [
    ["code", "name", "means that", "when to use it", "common mistake", "body", "source"],
    ...rows,
  ]);
}

function rulePage(): string {
  const rows = Object.entries<Rule>(rules).map(([id, rule]) => [
    `\`${id}\``,
    rule.title,
    rule.isFixed ? `${rule.level}, fixed` : rule.level,
    rule.from ?? "all",
    rule.codes?.join(", ") ?? "all",
    rule.why,
    rule.trap ?? "",
    rule.source,
  ]);
  const intro =
    "What a response must be. `rules: { <id>: off|warning|error }` switches one, for the suite or an endpoint.";
  const head = ["id", "asserts that", "level", "from profile", "of codes", "why", "trap", "source"];
  return page("Rules", intro, [head, ...rows]);
}

function edgePage(): string {
  const rows = Object.entries<Edge>(edges).map(([id, edge]) => [
    `\`${id}\``,
    edgeTitle(edge),
    edge.methods?.join(", ") ?? "all",
    edge.byHand === undefined ? sentIn(edge) : `by hand: ${edge.byHand}`,
    edge.implied === undefined ? "" : familyWords(edge.implied.family),
    edge.why,
    edge.trap ?? "",
    edge.source,
  ]);
  const intro =
    "How a code is provoked. A declared code is expected exactly; where the profile implies a case, any code of its family is right.";
  const head = ["id", "case", "methods", "sent in", "implied as", "why", "trap", "source"];
  return page("Edges", intro, [head, ...rows]);
}

function lintPage(): string {
  const rows = Object.entries<Lint>(lints).map(([id, { level, finds, fix, why, trap = "", source }]) => [
    `\`${id}\``,
    level,
    finds,
    fix,
    why,
    trap,
    source,
  ]);
  const intro =
    "What `newmanifest lint` finds in a manifest and in the API it describes. `--rule <id>=off|hint|warning|error` switches one, and so does `rules:`, for the suite or an endpoint.";
  return page("Lint", intro, [["id", "level", "finds that", "remedy", "why", "trap", "source"], ...rows]);
}

function metricPage(): string {
  const rows = Object.entries<Metric>(metrics).map(([id, { title, unit, why, hint = "", source }]) => [
    `\`${id}\``,
    title,
    unit,
    why,
    hint,
    source,
  ]);
  const intro =
    "What one run tells of the health of an API: `metrics` in the JSON report. A share is from 0 to 1, and `null` where there is nothing to measure.";
  return page("Metrics", intro, [["id", "measures", "unit", "why", "hint", "source"], ...rows]);
}

function alertPage(): string {
  const rows = [...Object.entries<AlertMetric>(alertMetrics), ...codeMetrics].map(([name, { what, unit }]) => [
    name
      .split(", ")
      .map((each) => `\`${each}\``)
      .join(", "),
    what,
    unit === "share" ? "percent" : unit,
    limitsOf[unit],
  ]);
  const intro =
    "What `alerts:` and `--alert` hold to a limit. Operators are `<`, `<=`, `>`, `>=` and `=`; `2x last 10` is twice the mean of the last ten runs.";
  return page("Alerts", intro, [["metric", "measures", "unit", "limits such as"], ...rows]);
}

const limitsOf: Readonly<Record<AlertUnit, string>> = {
  share: "`>= 99%`, `< 0.5%`, `= 0`, `< 2x last 10`",
  ms: "`< 800ms`, `<= 1.2s`, `<= 1.2x last`",
  count: "`= 0`, `<= 3`, `<= 1x last`",
};

function policyPage(): string {
  const rows = Object.entries(policies).map(([name, { question, values }]) => [
    `\`${name}\``,
    question,
    values.join(", "),
  ]);
  const intro =
    "Questions the authorities answer differently. The declared codes decide first, then `policy:`, then any is right.";
  return page("Policies", intro, [["name", "question", "values"], ...rows]);
}

export function page(title: string, intro: string, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const [head = [], ...body] = rows.map((cells) => cells.map(cellText));
  const lines = [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`);
  return [`# ${title}`, "", intro, "", ...lines, ""].join("\n");
}

/** Outside of code, `<id>` would be an element, and `|` is the end of a cell everywhere. */
function cellText(text: string): string {
  const pieces = text.split("`").map((piece, index) => (index % 2 === 0 ? piece.replaceAll("<", "\\<") : piece));
  return pieces.join("`").replaceAll("|", "\\|");
}
