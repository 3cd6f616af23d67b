import type { Report, Span } from "../../diagnostic/diagnostic.ts";
import { hintForEndpoint } from "../form-hints.ts";
import { keyOf, type SourceNode } from "../source-node.ts";
import { checkMethod } from "./method.ts";

/** `GET /books/{id}`, taken apart. */
export interface EndpointKey {
  /** Method and path with one space between them, `${NAME}` as `{{NAME}}`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Names of the parameters, in the order of the path. */
  readonly params: ReadonlyArray<string>;
  /** The id without the names of parameters: equal for endpoints that a server cannot tell apart. */
  readonly signature: string;
  /** The key as written. */
  readonly text: string;
  readonly node: SourceNode;
}

const variable = /\{\{[^{}]*\}\}/g;
const paramOrVariable = /\{\{[^{}]*\}\}|\{([^{}/]+)\}/g;

/** Reads the key of an endpoint or a step; nothing when it is not one. */
export function parseEndpointKey(key: string, node: SourceNode, report: Report): EndpointKey | undefined {
  const [, method, gap = "", written] = /^(\S+)(\s+)(\S.*)$/.exec(key.trim()) ?? [];
  if (method === undefined || written === undefined) {
    report({ code: "bad-endpoint", args: { key, hint: hintForEndpoint(key.trim()) }, span: keyOf(node) });
    return undefined;
  }
  const isKnown = checkMethod(method, pieceOfKey(node, key, method), report);
  const path = withVariables(written);
  const fault = faultOf(path);
  if (fault) {
    const span = pieceOfKey(node, key, `${gap}${written}`, gap.length);
    report({ code: "bad-path", args: { path, ...fault }, span });
  }
  if (!isKnown || fault) return undefined;
  const params = paramsOf(path);
  const twice = params.find((name, index) => params.indexOf(name) !== index);
  if (twice !== undefined) report({ code: "param-twice", args: { param: twice }, span: keyOf(node) });
  return {
    id: `${method} ${path}`,
    method,
    path,
    params,
    signature: signatureOf(`${method} ${path}`),
    text: key,
    node,
  };
}

function withVariables(path: string): string {
  return path.replace(/\$\{([A-Za-z_]\w*)\}/g, "{{$1}}");
}

/** The id with all parameters alike; spaces do not matter. */
export function signatureOf(id: string): string {
  return withVariables(id)
    .trim()
    .replace(/\s+/, " ")
    .replace(paramOrVariable, (whole, name?: string) => (name === undefined ? whole : "{}"));
}

/** Names of the parameters of a path, in its order. */
export function paramsOf(path: string): ReadonlyArray<string> {
  return [...path.matchAll(paramOrVariable)].map(([, name]) => name).filter((name) => name !== undefined);
}

/** The key as a text of its own. */
export function textOfKey({ text, node }: EndpointKey): SourceNode {
  const span = keyOf(node);
  const quote = span.end - span.start === text.length + 2 ? '"' : "";
  return { value: text, span, raw: `${quote}${text}${quote}`, children: new Map() };
}

/** Where a piece of a key stands. */
export function pieceOfKey(node: SourceNode, key: string, piece: string, skip = 0): Span {
  const { file, start, end } = keyOf(node);
  // A key in quotes is longer than its text; with escapes inside, nobody can say where the piece is.
  const quote = end - start === key.length + 2 ? 1 : 0;
  if (end - start !== key.length + 2 * quote) return { file, start, end };
  const at = start + quote + key.indexOf(piece) + skip;
  return { file, start: at, end: at + piece.length - skip };
}

/** What is wrong with a path, and what to do. */
interface Fault {
  readonly problem: string;
  readonly hint?: string;
}

function faultOf(path: string): Fault | undefined {
  if (/^https?:/i.test(path)) return { problem: "is a whole URL", hint: "the host belongs into baseUrl" };
  if (!path.startsWith("/")) return { problem: "does not start with /", hint: `write /${path}` };
  const plain = path.replace(variable, "");
  if (plain.includes("?")) return { problem: "contains a query", hint: "the query goes below it: query: { q: dune }" };
  if (plain.includes("#")) return { problem: "contains a fragment, which is never sent" };
  if (/\s/.test(plain)) return { problem: "contains a space", hint: "write %20, or + in a query" };
  const colon = /\/:(\w+)/.exec(plain)?.[1];
  if (colon !== undefined)
    return { problem: "has a parameter in another notation", hint: `write {${colon}} for :${colon}` };
  if (/\{\s*\}/.test(plain)) return { problem: "has a parameter without a name", hint: "write {id}" };
  const rest = plain.replace(/\{[^{}/]+\}/g, "");
  return /[{}]/.test(rest)
    ? { problem: "has a brace without its partner", hint: "a parameter is written {id}" }
    : undefined;
}
