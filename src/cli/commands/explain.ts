import { suggest } from "../../diagnostic/suggest.ts";
import type { Edge } from "../../http/edge.ts";
import { type EdgeId, edges } from "../../http/edges.ts";
import { explainEdge, explainRule, explainStatus } from "../../http/explain.ts";
import { type RuleId, rules } from "../../http/rules.ts";
import { statuses } from "../../http/statuses.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";

/** `newmanifest explain`: what is known of a status code, a rule or an edge; without a name, or with --search, what there is. */
export async function explain(name: string | undefined, flags: { readonly search?: string }, io: Io): Promise<number> {
  if (name !== undefined) {
    io.stdout(explanationOf(name));
    return 0;
  }
  const wanted = (flags.search ?? "").toLowerCase();
  const found = entries().filter((line) => line.toLowerCase().includes(wanted));
  if (found.length === 0) throw new UsageError(`nothing is known of "${flags.search}"`);
  io.stdout(`${found.join("\n")}\n`);
  return 0;
}

function explanationOf(name: string): string {
  if (statuses.has(Number(name))) return explainStatus(Number(name));
  if (isRule(name)) return explainRule(name);
  if (isEdge(name)) return explainEdge(name);
  const nearest = suggest(name, [...Object.keys(rules), ...Object.keys(edges)]);
  throw new UsageError(`nothing is known of "${name}"${nearest === undefined ? "" : `: did you mean "${nearest}"?`}`);
}

/** A line for everything that can be explained. */
function entries(): ReadonlyArray<string> {
  return [
    ...[...statuses].map(([code, { name, meaning }]) => `${String(code).padEnd(30)} ${name}: ${meaning}`),
    ...Object.entries(rules).map(([id, { title }]) => `${id.padEnd(30)} ${title}`),
    ...Object.entries<Edge>(edges).map(([id, { title, codes }]) => `${id.padEnd(30)} ${codes.join(" or ")} ${title}`),
  ];
}

function isRule(name: string): name is RuleId {
  return Object.hasOwn(rules, name);
}

function isEdge(name: string): name is EdgeId {
  return Object.hasOwn(edges, name);
}
