import type { Report, Span } from "../../diagnostic/diagnostic.ts";
import { statuses } from "../../http/statuses.ts";
import type { CodePattern } from "../model.ts";
import { keyOf, placeOf, placeWithin, type SourceNode, scalarText } from "../source-node.ts";

/** A code of a list, with its place. */
export interface ListedCode {
  readonly pattern: CodePattern;
  readonly span: Span;
}

/** `404`, `400|422`, `2xx`; nothing when it is something else. */
export function parseCodePattern(text: string): CodePattern | undefined {
  const parts = text.toLowerCase().split("|");
  if (!parts.every((part) => /^[1-5](?:\d\d|xx)$/.test(part))) return undefined;
  const isClass = (part: string): boolean => part.endsWith("xx");
  return {
    text: parts.join("|"),
    codes: parts.filter((part) => !isClass(part)).map(Number),
    classes: parts.filter(isClass).map((part) => Number(part[0])),
  };
}

/** The codes of a number, a text (`200 404`) or a list of these. */
export function resolveCodes(node: SourceNode, report: Report): ReadonlyArray<ListedCode> {
  const scalars = Array.isArray(node.value) ? [...node.children.values()] : [node];
  const listed = scalars.flatMap((scalar) =>
    codesOfText(scalarText(scalar), report, (piece, index) => {
      return typeof scalar.value === "string" ? placeWithin(scalar, piece, index) : placeOf(scalar);
    }),
  );
  const isEmpty = listed.length === 0 && scalars.every((scalar) => scalarText(scalar).trim() === "");
  if (isEmpty) report({ code: "bad-code", args: { code: "" }, span: placeOf(node) });
  const seen = new Set<string>();
  return listed.filter(({ pattern, span }) => {
    if (seen.has(pattern.text)) report({ code: "code-twice", args: { code: pattern.text }, span });
    return !seen.has(pattern.text) && seen.add(pattern.text);
  });
}

/** The codes of a key in a map of codes. */
export function resolveCodeKey(key: string, node: SourceNode, report: Report): ReadonlyArray<ListedCode> {
  const { file, start, end } = keyOf(node);
  const quote = end - start === key.length + 2 ? 1 : 0;
  return codesOfText(key, report, (piece, index) => {
    const at = start + quote + index;
    return { file, start: at, end: Math.min(end, at + piece.length) };
  });
}

function codesOfText(
  text: string,
  report: Report,
  place: (piece: string, index: number) => Span,
): ReadonlyArray<ListedCode> {
  const listed: ListedCode[] = [];
  for (const { 0: code, index } of text.matchAll(/\S+/g)) {
    const pattern = parseCodePattern(code);
    const span = place(code, index);
    if (pattern) listed.push({ pattern, span });
    else report({ code: "bad-code", args: { code, hint: hintFor(code) }, span });
  }
  return listed;
}

function hintFor(code: string): string | undefined {
  if (code.includes(",")) return "separate codes with spaces, without commas";
  if (/^\d{3}-\d{3}$/.test(code))
    return `a class is written ${code[0]}xx, and one of several ${code.replace("-", "|")}`;
  if (/^\d{3}(?:\/|\|\|)\d{3}$/.test(code)) return `one of several is written ${code.replace(/\W+/, "|")}`;
  const word = code.toLowerCase();
  const named = [...statuses].find(([, { name }]) => name.replaceAll(" ", "").toLowerCase() === word);
  return named && `write ${named[0]}`;
}
