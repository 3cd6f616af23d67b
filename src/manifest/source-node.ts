import type { Span } from "../diagnostic/diagnostic.ts";
import type { Json } from "./model.ts";

/** A value of a manifest with where it stands: the tree that mistakes are located in. */
export interface SourceNode {
  readonly value: Json;
  readonly span: Span;
  /** Its key, where it is an entry of a map. */
  readonly key?: Span;
  /** The text as written, of a scalar. */
  readonly raw?: string;
  /** Entries of a map by key, of a list by index. */
  readonly children: ReadonlyMap<string, SourceNode>;
  /** It, or a part of it, could not be understood, and that is reported: nothing more is to be said of what is missing. */
  readonly isBroken?: boolean;
}

/** A map or a list with the value that its parts make. */
export function branch(
  place: Pick<SourceNode, "span" | "key" | "isBroken">,
  kind: "map" | "list",
  children: ReadonlyMap<string, SourceNode>,
): SourceNode {
  const entries = [...children].map(([key, { value }]) => [key, value] as const);
  return {
    ...place,
    value: kind === "list" ? entries.map(([, value]) => value) : Object.fromEntries(entries),
    children,
  };
}

/** The part of a node that has this key; the node itself where it has no such part. */
export function partOf(node: SourceNode, ...keys: ReadonlyArray<string | number>): SourceNode {
  let found = node;
  for (const key of keys) found = found.children.get(String(key)) ?? found;
  return found;
}

/** Where to point when the value as a whole is wrong: a value of several lines is named by its key. */
export function placeOf({ span, key, raw }: SourceNode): Span {
  const isScalar = raw !== undefined && span.end > span.start;
  return isScalar || key === undefined ? span : key;
}

/** Where to point when a key is wrong or something is missing below it. */
export function keyOf({ span, key }: SourceNode): Span {
  return key ?? span;
}

/**
 * The place of a piece of a scalar's text. Quoted and plain text stands as it is; where escapes or line folding make
 * the written text differ, the piece is searched for, and the whole scalar is the answer if that fails.
 */
export function placeWithin(node: SourceNode, piece: string, index: number): Span {
  const { value, raw, span } = node;
  if (typeof value !== "string" || raw === undefined || piece === "") return placeOf(node);
  const verbatim = raw.indexOf(value);
  const at = verbatim === -1 ? raw.indexOf(piece) : verbatim + index;
  if (at === -1) return span;
  return { file: span.file, start: span.start + at, end: span.start + at + piece.length };
}

/** The value as text: numbers as they are written (`1.0` stays `1.0`), where that is known. */
export function scalarText({ value, raw }: SourceNode): string {
  const written = raw?.trim();
  if (typeof value === "number" && written !== undefined && Number(written) === value) return written;
  return typeof value === "string" ? value : String(value);
}
