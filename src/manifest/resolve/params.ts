import type { Span } from "../../diagnostic/diagnostic.ts";
import { suggest } from "../../diagnostic/suggest.ts";
import type { ParamSource, PathParam } from "../model.ts";
import { partOf, placeOf, type SourceNode } from "../source-node.ts";
import { type EndpointKey, pieceOfKey, signatureOf } from "./endpoint-key.ts";
import { resolveJsonPath } from "./json-path.ts";
import type { Scope } from "./scope.ts";
import { requestText } from "./text.ts";

/** Where each parameter of an endpoint's path comes from; `paths` are the `path:` maps that may say so, nearest first. */
export function resolveParams(
  key: EndpointKey,
  paths: ReadonlyArray<SourceNode | undefined>,
  scope: Scope,
): ReadonlyArray<PathParam> {
  const params: PathParam[] = [];
  const isBroken = paths.some((path) => path?.isBroken);
  for (const name of new Set(key.params)) {
    const given = givenSource(name, paths, scope);
    const source = given === undefined ? createdSource(name, key, isBroken ? silent(scope) : scope) : given;
    if (source) params.push({ name, source });
  }
  return params;
}

/** What a `path:` says; null when that is wrong, undefined when none says anything. */
export function givenSource(
  name: string,
  paths: ReadonlyArray<SourceNode | undefined>,
  scope: Scope,
): ParamSource | null | undefined {
  const node = paths.map((path) => path?.children.get(name)).find((found) => found !== undefined);
  if (node === undefined) return undefined;
  const from = node.children.get("from");
  if (from === undefined) return literalSource(name, node, scope);
  const { keys, bySignature } = scope.endpoints;
  const id = String(from.value);
  const creator = bySignature.get(signatureOf(id));
  const get = node.children.has("get") ? resolveJsonPath(partOf(node, "get"), scope) : undefined;
  if (creator) return { kind: "created", by: creator.id, ...(get && { get }) };
  const nearest = suggest(
    id,
    keys.map((known) => known.id),
  );
  scope.report({ code: "unknown-endpoint", args: { id, nearest }, span: placeOf(from) });
  return null;
}

/** An empty value would ask for another path, that of the list. */
function literalSource(name: string, node: SourceNode, scope: Scope): ParamSource | null {
  const value = requestText(node, scope);
  if (value !== "") return { kind: "literal", value };
  scope.report({ code: "empty-param", args: { param: name }, span: placeOf(node) });
  return null;
}

/** The POST whose path is the piece before the parameter creates it. */
function createdSource(name: string, key: EndpointKey, scope: Scope): ParamSource | undefined {
  const collection = collectionOf(key.path, name);
  const { bySignature } = scope.endpoints;
  const creator =
    bySignature.get(signatureOf(`POST ${collection}`)) ?? bySignature.get(signatureOf(`POST ${collection}/`));
  if (creator === undefined) {
    const args = { param: name, creator: collection === "/" ? undefined : `POST ${collection}` };
    scope.report({ code: "param-without-source", args, span: paramPlace(key, name) });
    return undefined;
  }
  const captured = scope.endpoints.captures.get(creator.id) ?? [];
  const others = captured.filter((each) => !creator.params.includes(each));
  if (captured.includes(name) || others.length === 0) return { kind: "created", by: creator.id };
  const [only, ...more] = others;
  const get = only !== undefined && more.length === 0 ? captureOf(creator, only, scope) : undefined;
  if (get) return { kind: "created", by: creator.id, get };
  const args = { param: name, creator: creator.id, captured: others };
  scope.report({ code: "param-ambiguous", args, span: paramPlace(key, name) });
  return undefined;
}

/** What is missing may have been meant by what is broken, and that is reported already. */
function silent(scope: Scope): Scope {
  return { ...scope, report: () => {} };
}

/** Under another name, but there is only one thing it can be. */
function captureOf({ node }: EndpointKey, name: string, scope: Scope) {
  return resolveJsonPath(partOf(node, "capture", name), silent(scope));
}

/** The path before a parameter, without its last slash: where a POST creates what the parameter names. */
export function collectionOf(path: string, param: string): string {
  const before = path.slice(0, path.indexOf(`{${param}}`));
  return before.slice(0, before.lastIndexOf("/")).replace(/\/+$/, "") || "/";
}

/** The parameter in the key. */
export function paramPlace({ node, text }: EndpointKey, name: string): Span {
  return pieceOfKey(node, text, `{${name}}`);
}
