import type { Report } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import type { Endpoint, RequestShape } from "../model.ts";
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

/** What cannot work although each endpoint by itself is right: ids that go in a circle. */
export function checkChains(endpoints: ReadonlyArray<Endpoint>, report: Report): void {
  const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  for (const endpoint of endpoints) {
    for (const { name, source } of endpoint.params) {
      if (source.kind !== "created" || !needs(source.by, endpoint.id, { byId, seen: new Set() })) continue;
      report({ code: "param-cycle", args: { param: name, by: source.by }, span: endpoint.span });
    }
  }
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

/** Captures that no endpoint and no step takes its parameter from. */
export function checkCaptures(requests: ReadonlyArray<RequestShape>, { keys }: EndpointIndex, report: Report): void {
  const params = requests.flatMap((request) => request.params);
  const saved = params.filter(({ source }) => source.kind === "saved").map(({ name }) => name);
  for (const { id, node } of keys) {
    const capture = node.children.get("capture");
    if (capture === undefined) continue;
    const taken = params.filter(({ source }) => source.kind === "created" && source.by === id).map(({ name }) => name);
    for (const [name, child] of capture.children) {
      // The only one is taken for whatever the parameter is called.
      const isOnly = capture.children.size === 1 && taken.length > 0;
      if (isOnly || taken.includes(name) || saved.includes(name)) continue;
      report({ code: "unused-capture", args: { name, nearest: suggest(name, taken) }, span: keyOf(child) });
    }
  }
}
