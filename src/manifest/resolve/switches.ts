import type { Report } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import { type EdgeId, edges } from "../../http/edges.ts";
import type { EdgeSwitches } from "../model.ts";
import type { SwitchesInput } from "../schema/endpoint.ts";
import { keyOf, partOf, type SourceNode } from "../source-node.ts";

/** `edges:` with nothing but edges that exist. A list asks for each of them. */
export function resolveSwitches(
  input: SwitchesInput | undefined,
  node: SourceNode | undefined,
  report: Report,
): EdgeSwitches {
  const switches: Partial<Record<EdgeId, "on" | "off">> = {};
  if (input === undefined || node === undefined) return switches;
  const isList = Array.isArray(input);
  const entries = isList ? input.map((id) => [id, "on"] as const) : Object.entries(input);
  for (const [index, [id, state]] of entries.entries()) {
    const part = partOf(node, isList ? index : id);
    if (isEdge(id)) switches[id] = state;
    else
      report({
        code: "unknown-edge",
        args: { id, nearest: suggest(id, Object.keys(edges)) },
        span: isList ? part.span : keyOf(part),
      });
  }
  return switches;
}

function isEdge(id: string): id is EdgeId {
  return Object.hasOwn(edges, id);
}
