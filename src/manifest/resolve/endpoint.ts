import type { Span } from "../../diagnostic/diagnostic.ts";
import type { Endpoint, PathParam } from "../model.ts";
import type { EndpointInput, LongEndpointInput } from "../schema/endpoint.ts";
import { keyOf, placeOf, type SourceNode } from "../source-node.ts";
import { resolveAlerts } from "./alerts.ts";
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

/** Where an endpoint stands. */
interface EndpointPlace {
  readonly key: EndpointKey;
  readonly node: SourceNode;
  /** The suite's `path:`. */
  readonly suitePath?: SourceNode;
}

/** An endpoint with all its short forms written out. */
export function resolveEndpoint(input: EndpointInput, place: EndpointPlace, outer: Scope): Endpoint {
  const { key, node, suitePath } = place;
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
  const params = resolveParams(key, [children.get("path"), suitePath], scope);
  reportEmptyParams(params, { rows, place: placeOf(children.get("data") ?? node) }, scope);
  return {
    ...resolveRequest(long, { key, node, fallback: scope.identities[0] ?? null }, scope),
    params,
    ...(long.summary !== undefined && { summary: long.summary }),
    tags: long.tags ?? [],
    capture,
    rows,
    expect,
    ...resolveLevels(long.rules, children.get("rules"), scope.report),
    edges: resolveSwitches(long.edges, children.get("edges"), scope.report),
    alerts: resolveAlerts(children.get("alerts"), scope.report),
  };
}

/** A cell without a value would ask for another path than that of the endpoint. */
function reportEmptyParams(
  params: ReadonlyArray<PathParam>,
  { rows, place }: { readonly rows: Endpoint["rows"]; readonly place: Span },
  { report }: Scope,
): void {
  for (const [index, row] of rows.entries()) {
    for (const { name, source } of params) {
      if (source.kind !== "literal") continue;
      const value = source.value.replace(/\{\{([^{}]+)\}\}/g, (whole, column: string) => row[column] ?? whole);
      if (value === "") report({ code: "empty-param", args: { param: name, row: index + 1 }, span: place });
    }
  }
}

function longForm(input: EndpointInput): LongEndpointInput {
  return typeof input === "object" && !Array.isArray(input) ? input : { expect: input };
}
