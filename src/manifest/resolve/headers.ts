import type { Report } from "../../diagnostic/diagnostic.ts";
import type { HeaderExpectation } from "../model.ts";
import { keyOf, placeOf, type SourceNode } from "../source-node.ts";
import type { Scope } from "./scope.ts";
import { requestChanges, requestText, requestTexts } from "./text.ts";

// RFC 9110, 5.6.2: a field name is a token.
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Request headers by name. */
export function resolveHeaders(node: SourceNode | undefined, scope: Scope): Record<string, string> {
  const headers = requestTexts(node, scope);
  if (node) checkHeaders(node, scope.report);
  return headers;
}

/** Request headers to set, or to remove where they are null. */
export function resolveHeaderChanges(node: SourceNode | undefined, scope: Scope): Record<string, string | null> {
  if (node) checkHeaders(node, scope.report);
  return requestChanges(node, scope);
}

/** Node refuses such headers when it sends them: better said here. */
function checkHeaders(node: SourceNode, report: Report): void {
  const seen = new Set<string>();
  for (const [name, child] of node.children) {
    const fault = (problem: string) => report({ code: "bad-header", args: { name, problem }, span: keyOf(child) });
    const isVariable = /\{\{[^{}]+\}\}/.test(name);
    if (!token.test(name) && !isVariable) fault("has characters that a header name cannot have");
    // RFC 9110, 5.1: names of headers are the same in upper and lower case.
    if (seen.has(name.toLowerCase())) fault("is given twice, in upper and lower case");
    seen.add(name.toLowerCase());
    if (typeof child.value === "string" && /[\r\n\0]/.test(child.value)) fault("has a value of several lines");
  }
}

/** What the headers of a response must be. */
export function resolveHeaderExpectations(
  node: SourceNode | undefined,
  scope: Scope,
): ReadonlyArray<HeaderExpectation> {
  if (node === undefined) return [];
  checkHeaders(node, scope.report);
  return [...node.children].map(([name, child]) => expectHeader(name, child, scope));
}

function expectHeader(name: string, node: SourceNode, scope: Scope): HeaderExpectation {
  const { value } = node;
  if (value === true) return { kind: "present", name };
  if (value === false) return { kind: "absent", name };
  if (Array.isArray(value)) {
    return { kind: "any", name, values: [...node.children.values()].map((child) => requestText(child, scope)) };
  }
  const pattern = typeof value === "string" ? /^\/(.+)\/$/s.exec(value)?.[1] : undefined;
  if (pattern === undefined) return { kind: "equals", name, value: requestText(node, scope) };
  const cause = patternFault(pattern);
  if (cause !== undefined) scope.report({ code: "bad-pattern", args: { pattern, cause }, span: placeOf(node) });
  return { kind: "matches", name, pattern };
}

function patternFault(pattern: string): string | undefined {
  try {
    new RegExp(pattern);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/^Invalid regular expression: \/.*\/[a-z]*: /s, "").toLowerCase();
  }
}
