import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type ParsedNode, Parser } from "yaml";

/** What YAML says, and nothing of what it means: offsets are UTF-16, ends are exclusive. */
export type SyntaxNode = { readonly start: number; readonly end: number; readonly anchor?: string } & (
  | { readonly kind: "scalar"; readonly value: unknown; readonly isPlain: boolean }
  | { readonly kind: "list"; readonly items: ReadonlyArray<SyntaxNode> }
  | { readonly kind: "map"; readonly pairs: ReadonlyArray<SyntaxPair>; readonly isFlow: boolean }
  | { readonly kind: "alias"; readonly name: string }
);

export interface SyntaxPair {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
}

export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The first document of a text, as far as it could be read, and all that is wrong with its syntax. */
export interface Syntax {
  readonly root?: SyntaxNode;
  readonly errors: ReadonlyArray<SyntaxProblem>;
  /** Where the nesting exceeds the limit; nothing else is read then. */
  readonly tooDeepAt?: number;
}

export const depthLimit = 100;

/** Reads YAML, and JSON, which is YAML too. Never throws, whatever the text. */
export function parseSyntax(text: string): Syntax {
  const tokens = [...new Parser().parse(text)];
  // The composer recurses: what is nested too deep must not get there.
  const tooDeepAt = findDepth(tokens);
  if (tooDeepAt !== undefined) return { errors: [], tooDeepAt };
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  const errors = [...(document?.errors ?? []), ...(document?.warnings ?? [])].map(({ code, message, pos }) => ({
    code: String(code),
    message,
    start: pos[0],
    end: pos[1],
  }));
  if (second) {
    const start = second.range[0];
    errors.push({ code: "MULTIPLE_DOCS", message: "", start, end: second.range[1] });
  }
  const contents = document?.contents;
  return contents ? { root: toSyntax(contents), errors } : { errors };
}

function toSyntax(node: ParsedNode): SyntaxNode {
  const [start, end] = node.range;
  if (isAlias(node)) return { kind: "alias", name: node.source, start, end };
  const place = { start, end, ...(node.anchor !== undefined && { anchor: node.anchor }) };
  if (isScalar(node)) return { kind: "scalar", value: node.value, isPlain: node.type === "PLAIN", ...place };
  if (isSeq(node)) return { kind: "list", items: node.items.map((item) => toSyntax(item)), ...place };
  if (!isMap(node)) return { kind: "scalar", value: null, isPlain: true, ...place };
  const pairs: SyntaxPair[] = [];
  for (const { key, value } of node.items) {
    const keySyntax = toSyntax(key);
    const nothing = { kind: "scalar", value: null, isPlain: true, start: keySyntax.end, end: keySyntax.end } as const;
    pairs.push({ key: keySyntax, value: value ? toSyntax(value) : nothing });
  }
  return { kind: "map", pairs, isFlow: node.flow === true, ...place };
}

/** The offset of the first token that is nested deeper than the limit. */
function findDepth(tokens: ReadonlyArray<CST.Token>): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > depthLimit) return Math.max(token.offset, 0);
    if ("value" in token && token.value) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}
