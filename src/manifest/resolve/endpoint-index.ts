import type { Report } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import type { Endpoint } from "../model.ts";
import { keyOf, type SourceNode } from "../source-node.ts";
import { type EndpointKey, parseEndpointKey } from "./endpoint-key.ts";
import type { EndpointIndex } from "./scope.ts";

/** The keys of `endpoints`, also of those whose content is wrong; each that a server could not tell from another is reported. */
export function indexEndpoints(node: SourceNode | undefined, report: Report): EndpointIndex {
  const bySignature = new Map<string, EndpointKey>();
  const captures = new Map<string, ReadonlyArray<string>>();
  for (const [text, child] of node?.children ?? []) {
    const key = parseEndpointKey(text, child, report);
    if (key === undefined) continue;
    const other = bySignature.get(key.signature);
    if (other) {
      reportSame(key, other, report);
      continue;
    }
    bySignature.set(key.signature, key);
    captures.set(key.id, [...(child.children.get("capture")?.children.keys() ?? [])]);
  }
  return { keys: [...bySignature.values()], bySignature, captures };
}

function reportSame({ id, node }: EndpointKey, other: EndpointKey, report: Report): void {
  const first = keyOf(other.node);
  if (id === other.id) report({ code: "endpoint-declared-twice", args: { id, first }, span: keyOf(node) });
  else report({ code: "endpoint-same-path", args: { id, other: other.id, first }, span: keyOf(node) });
}

/** What cannot work although each endpoint by itself is right: ids that go in a circle, captures nobody takes. */
export function checkChains(endpoints: ReadonlyArray<Endpoint>, index: EndpointIndex, report: Report): void {
  const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  for (const endpoint of endpoints) {
    for (const { name, source } of endpoint.params) {
      if (source.kind !== "created" || !needs(source.by, endpoint.id, { byId, seen: new Set() })) continue;
      report({ code: "param-cycle", args: { param: name, by: source.by }, span: endpoint.span });
    }
  }
  for (const key of index.keys) reportUnusedCaptures(key, endpoints, report);
}

/** Whether the endpoint with this id needs, directly or not, what the other creates. */
function needs(
  id: string,
  other: string,
  { byId, seen }: { readonly byId: ReadonlyMap<string, Endpoint>; readonly seen: Set<string> },
): boolean {
  if (id === other) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  const params = byId.get(id)?.params ?? [];
  return params.some(({ source }) => source.kind === "created" && needs(source.by, other, { byId, seen }));
}

function reportUnusedCaptures({ id, node }: EndpointKey, endpoints: ReadonlyArray<Endpoint>, report: Report): void {
  const capture = node.children.get("capture");
  if (capture === undefined) return;
  const taken = endpoints.flatMap(({ params }) =>
    params.filter(({ source }) => source.kind === "created" && source.by === id),
  );
  const names = taken.map(({ name }) => name);
  for (const [name, child] of capture.children) {
    // The only one is taken for whatever the parameter is called.
    if (names.includes(name) || (capture.children.size === 1 && names.length > 0)) continue;
    report({ code: "unused-capture", args: { name, nearest: suggest(name, names) }, span: keyOf(child) });
  }
}
