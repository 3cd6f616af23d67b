import type { Report, Span } from "../diagnostic/diagnostic.ts";
import { buildLineIndex, lineAt, positionAt } from "../diagnostic/line-index.ts";
import { isObject } from "./json-object.ts";
import type { Json, Source } from "./model.ts";
import { depthLimit, parseSyntax, type SyntaxNode, type SyntaxPair, type SyntaxProblem } from "./source.ts";
import { branch, keyOf, type SourceNode } from "./source-node.ts";
import { explainYaml } from "./yaml-problems.ts";

/** More values than this through aliases, on top of those written, is an attack and not a manifest. */
const aliasBudget = 100_000;

/** The text as a tree of located values. After a syntax error there is no tree: what follows one is guesswork. */
export function readTree(source: Source, report: Report): SourceNode | undefined {
  const { root, errors, tooDeepAt } = parseSyntax(source.text);
  const place = (start: number, end: number): Span => ({ file: source.file, start, end });
  if (tooDeepAt !== undefined) {
    report({ code: "too-deep", args: { limit: depthLimit }, span: place(tooDeepAt, tooDeepAt + 1) });
    return undefined;
  }
  if (errors.length > 0) {
    reportSyntax(errors, source, report);
    return undefined;
  }
  if (root === undefined) return { value: null, span: place(0, 0), raw: "", children: new Map() };
  const budget = source.text.length + aliasBudget;
  const walk: Walk = { source, report, anchors: new Map(), open: new Set(), budget };
  const tree = grow(root, undefined, walk);
  return walk.budget < 0 ? undefined : tree;
}

/** One error a line: the parser stumbles on over what it did not understand. */
function reportSyntax(errors: ReadonlyArray<SyntaxProblem>, { file, text }: Source, report: Report): void {
  const index = buildLineIndex(text);
  const lines = new Set<number>();
  for (const { code, message, start, end } of errors) {
    const { line } = positionAt(index, Math.min(start, text.length));
    if (lines.has(line) || lines.size >= 3) continue;
    lines.add(line);
    const { problem, hint } = explainYaml(code, message, lineAt(text, index, line));
    report({ code: "yaml-syntax", args: { problem, hint }, span: { file, start, end } });
  }
}

/** What the walk over one text knows. */
interface Walk {
  readonly source: Source;
  readonly report: Report;
  readonly anchors: Map<string, SyntaxNode>;
  /** The nodes around the current one. */
  readonly open: Set<SyntaxNode>;
  /** How many more values may come. */
  budget: number;
}

function grow(syntax: SyntaxNode, key: Span | undefined, walk: Walk): SourceNode {
  const span: Span = { file: walk.source.file, start: syntax.start, end: syntax.end };
  const place = { span, ...(key && { key }) };
  if (walk.budget === 0) walk.report({ code: "too-large", args: {}, span });
  if (walk.budget-- <= 0) return broken(place);
  if (syntax.anchor !== undefined) walk.anchors.set(syntax.anchor, syntax);
  walk.open.add(syntax);
  const grown = growKind(syntax, place, walk);
  walk.open.delete(syntax);
  return grown;
}

type Place = Pick<SourceNode, "span" | "key">;

function broken(place: Place): SourceNode {
  return { ...place, value: null, children: new Map(), isBroken: true };
}

function growKind(syntax: SyntaxNode, place: Place, walk: Walk): SourceNode {
  switch (syntax.kind) {
    case "scalar":
      return growScalar(syntax.value, place, walk);
    case "alias":
      return growAlias(syntax.name, place, walk);
    case "list": {
      const items = syntax.items.map((item) => grow(item, undefined, walk));
      return branch(place, "list", new Map(items.map((item, index) => [String(index), item])));
    }
    case "map":
      return growMap(syntax.pairs, place, walk);
  }
  return syntax satisfies never;
}

function growScalar(value: unknown, place: Place, { source, report }: Walk): SourceNode {
  const { span } = place;
  const raw = source.text.slice(span.start, span.end);
  const leaf = (json: Json): SourceNode => ({ ...place, value: json, raw, children: new Map() });
  if (typeof value === "number" && !Number.isFinite(value)) {
    report({ code: "number-not-json", args: { text: raw }, span });
    return broken(place);
  }
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    report({ code: "number-inexact", args: { text: raw }, span });
  }
  if (value === null || typeof value === "number" || typeof value === "boolean") return leaf(value);
  // A `%YAML 1.1` directive makes dates and binaries of text: it stays text here.
  return leaf(typeof value === "string" ? value : raw);
}

function growAlias(name: string, place: Place, walk: Walk): SourceNode {
  const target = walk.anchors.get(name);
  if (target !== undefined && !walk.open.has(target)) return grow(target, place.key, walk);
  const code = target === undefined ? "unknown-alias" : "alias-in-itself";
  walk.report({ code, args: { text: `*${name}` }, span: place.span });
  return broken(place);
}

function growMap(pairs: ReadonlyArray<SyntaxPair>, place: Place, walk: Walk): SourceNode {
  const { file, text } = walk.source;
  const written = text.slice(place.span.start, place.span.end);
  if (/^\{\{[^{}]*\}\}$/.test(written)) {
    walk.report({ code: "unquoted-variable", args: { text: written }, span: place.span });
    return broken(place);
  }
  const children = new Map<string, SourceNode>();
  const merged: SourceNode[] = [];
  for (const { key, value } of pairs) {
    const span: Span = { file, start: key.start, end: key.end };
    const name = keyText(key, text);
    const first = name === undefined ? undefined : children.get(name);
    if (name === undefined) walk.report({ code: "key-not-text", args: {}, span });
    else if (first) walk.report({ code: "duplicate-key", args: { key: name, first: keyOf(first) }, span });
    else if (name === "<<") merged.push(grow(value, span, walk));
    else children.set(name, grow(value, span, walk));
  }
  for (const node of merged) mergeInto(children, node, walk.report);
  return branch(place, "map", children);
}

function keyText(key: SyntaxNode, text: string): string | undefined {
  if (key.kind !== "scalar" || key.end === key.start) return undefined;
  return typeof key.value === "string" ? key.value : text.slice(key.start, key.end);
}

/** `<<: *base`: entries of the other map, where this one has none of its own. */
function mergeInto(children: Map<string, SourceNode>, node: SourceNode, report: Report): void {
  const maps = Array.isArray(node.value) ? [...node.children.values()] : [node];
  for (const map of maps) {
    const isMap = isObject(map.value);
    if (!isMap && !map.isBroken) report({ code: "merge-not-map", args: {}, span: map.span });
    for (const [name, child] of map.children) if (isMap && !children.has(name)) children.set(name, child);
  }
}
