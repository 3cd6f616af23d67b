import type { Edge } from "./edge.ts";
import { type EdgeId, edges } from "./edges.ts";
import { explainEdge } from "./explain/edge.ts";
import { explainLint } from "./explain/lint.ts";
import { explainMetric } from "./explain/metric.ts";
import { explainRule } from "./explain/rule.ts";
import { explainStatus } from "./explain/status.ts";
import { edgeTitle } from "./explain/words.ts";
import { type LintId, lints } from "./lints.ts";
import { type MetricId, metrics } from "./metrics.ts";
import { type RuleId, rules } from "./rules.ts";
import { statuses } from "./statuses.ts";

/** Something that has a screen of its own. */
export interface Topic {
  readonly name: string;
  /** What it is, in a line. */
  readonly title: string;
}

/** The screen of a status code, a rule, an edge, a lint or a metric; nothing where the name is none of them. */
export function explain(name: string): string | undefined {
  if (/^\d+$/.test(name) && statuses.has(Number(name))) return explainStatus(Number(name));
  if (isRule(name)) return explainRule(name);
  if (isEdge(name)) return explainEdge(name);
  if (isLint(name)) return explainLint(name);
  if (isMetric(name)) return explainMetric(name);
  return undefined;
}

/** Everything that has a screen: status codes, rules, edges, lints, metrics. */
export function topics(): ReadonlyArray<Topic> {
  return [
    ...[...statuses].map(([code, status]) => ({ name: String(code), title: `${status.name}: ${status.meaning}` })),
    ...Object.entries(rules).map(([name, { title }]) => ({ name, title })),
    ...Object.entries<Edge>(edges).map(([name, edge]) => ({ name, title: edgeTitle(edge) })),
    ...Object.entries(lints).map(([name, { finds }]) => ({ name, title: finds })),
    ...Object.entries(metrics).map(([name, { title }]) => ({ name, title })),
  ];
}

function isRule(name: string): name is RuleId {
  return Object.hasOwn(rules, name);
}

function isEdge(name: string): name is EdgeId {
  return Object.hasOwn(edges, name);
}

function isLint(name: string): name is LintId {
  return Object.hasOwn(lints, name);
}

function isMetric(name: string): name is MetricId {
  return Object.hasOwn(metrics, name);
}
