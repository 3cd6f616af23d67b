import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type ParsedNode, Parser } from "yaml";

/** What YAML says, and nothing of what it means: offsets are UTF-16, ends are exclusive. */
export type SyntaxNode = { readonly start: number; readonly end: number; readonly anchor?: string } & (
  | { readonly kind: "scalar"; readonly value: unknown; readonly isPlain: boolean }
  | { readonly kind: "list"; readonly items: ReadonlyArray<SyntaxNode> }
  | { readonly kind: "map"; readonly pairs: ReadonlyArray<SyntaxPair>; readonly isFlow: boolean }
  | { readonly kind: "alias"; readonly name: string }
);

/** An entry of a map. */
export interface SyntaxPair {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
}

/** A syntax error, by the YAML parser's code. */
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

/** How deep values may be nested. */
export const depthLimit = 100;

/** Reads YAML, and JSON, which is YAML too. Never throws, whatever the text. */
export function parseSyntax(text: string): Syntax {
  const tokens = [...new Parser().parse(text)];
  // The composer recurses: what is nested too deep must not get there.
  const { tooDeepAt, unclosed } = survey(tokens);
  if (tooDeepAt !== undefined) return { errors: [], tooDeepAt };
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, keepSourceTokens: false });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  const errors: SyntaxProblem[] = [];
  for (const { code, message, pos } of [...(document?.errors ?? []), ...(document?.warnings ?? [])]) {
    errors.push(toProblem({ code, message, start: pos[0], end: pos[1] }, unclosed));
  }
  if (second) errors.push({ code: "MULTIPLE_DOCS", message: "", start: second.range[0], end: second.range[1] });
  const contents = document?.contents;
  return contents ? { root: toSyntax(contents), errors } : { errors };
}

const closers = { quote: /closing ['"]quote/, "}": /end with a }/, "]": /end with a ]/ } as const;

/** What is never closed is missed where the text ends; what helps is where it was opened. */
function toProblem(problem: SyntaxProblem, unclosed: ReadonlyArray<Unclosed>): SyntaxProblem {
  const opening = unclosed.find(({ closer, start }) => closers[closer].test(problem.message) && start < problem.start);
  return opening ? { ...problem, start: opening.start, end: opening.start + 1 } : problem;
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

interface Unclosed {
  readonly closer: keyof typeof closers;
  readonly start: number;
}

interface Survey {
  /** The offset of a token that is nested deeper than the limit. */
  readonly tooDeepAt?: number;
  /** The last opened first. */
  readonly unclosed: ReadonlyArray<Unclosed>;
}

/** Walks the tokens without recursion. */
function survey(tokens: ReadonlyArray<CST.Token>): Survey {
  const unclosed: Unclosed[] = [];
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > depthLimit) return { tooDeepAt: Math.max(token.offset, 0), unclosed };
    const closer = missingCloser(token);
    if (closer) unclosed.push({ closer, start: token.offset });
    if ("value" in token && token.value) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      if (key) open.push({ token: key, depth: depth + 1 });
      if (value) open.push({ token: value, depth: depth + 1 });
    }
  }
  return { unclosed: unclosed.sort((a, b) => b.start - a.start) };
}

function missingCloser(token: CST.Token): Unclosed["closer"] | undefined {
  if (token.type === "flow-collection" && token.end.length === 0) return token.start.source === "{" ? "}" : "]";
  const quote = token.type === "double-quoted-scalar" ? '"' : token.type === "single-quoted-scalar" ? "'" : undefined;
  if (quote === undefined || !("source" in token)) return undefined;
  return token.source.length > 1 && token.source.endsWith(quote) ? undefined : "quote";
}
