import type { Endpoint } from "../model.ts";
import type { EndpointInput, LongEndpointInput } from "../schema/endpoint.ts";
import { keyOf, type SourceNode } from "../source-node.ts";
import { checkParams } from "./change.ts";
import { resolveRows } from "./data.ts";
import type { EndpointKey } from "./endpoint-key.ts";
import { resolveExpect } from "./expectation.ts";
import { resolveJsonPaths } from "./json-path.ts";
import { resolveLevels } from "./levels.ts";
import { resolveParams } from "./params.ts";
import { resolveRequest } from "./request.ts";
import type { Scope } from "./scope.ts";
import { resolveSwitches } from "./switches.ts";

/** An endpoint with all its short forms written out. `suitePath` is the suite's `path:`. */
export function resolveEndpoint(
  input: EndpointInput,
  { key, node, suitePath }: { readonly key: EndpointKey; readonly node: SourceNode; readonly suitePath?: SourceNode },
  outer: Scope,
): Endpoint {
  const long = longForm(input);
  const { children } = node;
  const rows = resolveRows(children.get("data"), outer);
  const columns = Object.keys(rows[0] ?? {});
  const scope = { ...outer, locals: new Set([...outer.locals, ...columns]) };
  const capture = resolveJsonPaths(children.get("capture"), scope);
  checkParams(children.get("path"), key.params, scope);
  const expectNode = children.get("expect") ?? node;
  const expect = long.expect === undefined ? [] : resolveExpect(long.expect, { node: expectNode, key }, scope);
  if (long.expect === undefined && !node.isBroken) {
    scope.report({ code: "missing-expect", args: { id: key.id }, span: keyOf(node) });
  }
  return {
    ...resolveRequest(long, { key, node, fallback: scope.identities[0] ?? null }, scope),
    params: resolveParams(key, [children.get("path"), suitePath], scope),
    ...(long.summary !== undefined && { summary: long.summary }),
    tags: long.tags ?? [],
    capture,
    rows,
    expect,
    ...resolveLevels(long.rules, children.get("rules"), scope.report),
    edges: resolveSwitches(long.edges, children.get("edges"), scope.report),
  };
}

function longForm(input: EndpointInput): LongEndpointInput {
  return typeof input === "object" && !Array.isArray(input) ? input : { expect: input };
}
