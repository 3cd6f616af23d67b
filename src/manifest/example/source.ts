import type { Span } from "../../diagnostic/diagnostic.ts";
import type { Json } from "../model.ts";
import { branch, keyOf, type SourceNode } from "../source-node.ts";
import { entriesOf } from "./json.ts";
import type { Pointer } from "./placed.ts";

/** A value that was made as if it had been written at a place, so that its variables are found and located. */
export function sourceOf(value: Json, span: Span): SourceNode {
  if (typeof value !== "object" || value === null) return { value, span, children: new Map() };
  const parts = Array.isArray(value) ? value.map((item, index) => [String(index), item] as const) : entriesOf(value);
  const children = new Map(parts.map(([key, part]) => [key, sourceOf(part, span)]));
  return branch({ span }, Array.isArray(value) ? "list" : "map", children);
}

/** Where a part of a schema stands, or the nearest place around it. */
export function placeAt(schema: SourceNode, at: Pointer): Span {
  let found = schema;
  for (const key of at) found = found.children.get(key) ?? found;
  return keyOf(found);
}
