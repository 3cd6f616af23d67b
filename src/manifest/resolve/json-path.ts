import type { JsonPath } from "../model.ts";
import { placeOf, type SourceNode } from "../source-node.ts";
import type { Scope } from "./scope.ts";

const step = /\.([A-Za-z_$][\w$-]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** `$.a.b[0]['x y']` as keys; nothing when it is something else. */
export function parseJsonPath(text: string): JsonPath | undefined {
  if (!text.startsWith("$")) return undefined;
  const keys: Array<string | number> = [];
  let at = 1;
  while (at < text.length) {
    step.lastIndex = at;
    const found = step.exec(text);
    if (found === null) return undefined;
    const [whole, name, index, single, double] = found;
    keys.push(index === undefined ? (name ?? (single ?? double ?? "").replace(/\\(.)/g, "$1")) : Number(index));
    at += whole.length;
  }
  return keys;
}

/** The path that a node's text gives. */
export function resolveJsonPath(node: SourceNode, scope: Scope): JsonPath | undefined {
  const path = String(node.value);
  const keys = parseJsonPath(path);
  if (keys === undefined) scope.report({ code: "bad-json-path", args: { path }, span: placeOf(node) });
  return keys;
}

/** A map of names and such paths. */
export function resolveJsonPaths(node: SourceNode | undefined, scope: Scope): Record<string, JsonPath> {
  const paths = [...(node?.children ?? [])].map(([name, child]) => [name, resolveJsonPath(child, scope)] as const);
  return Object.fromEntries(paths.flatMap(([name, path]) => (path === undefined ? [] : [[name, path] as const])));
}
