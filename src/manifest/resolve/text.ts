import { suggest } from "../../diagnostic/suggest.ts";
import type { Json } from "../model.ts";
import { placeWithin, type SourceNode, scalarText } from "../source-node.ts";
import { dynamicVariables } from "./dynamic-variables.ts";
import type { Scope } from "./scope.ts";

const reference = /\{\{([^{}]*)\}\}|\$\{([A-Za-z_]\w*)\}/g;

/** A text that becomes part of a request: `${NAME}` is written `{{NAME}}`, and each variable is noted. */
export function requestText(node: SourceNode, scope: Scope): string {
  const text = scalarText(node);
  return text.replace(reference, (whole, name: string | undefined, fromProcess: string | undefined, index: number) => {
    const span = placeWithin(node, whole, index);
    const { locals, isAuth } = scope;
    if (fromProcess !== undefined) {
      scope.use({ name: fromProcess, span, isFromProcess: true, isAuth, locals });
      return `{{${fromProcess}}}`;
    }
    noteVariable(whole, name ?? "", { node, index, scope });
    return whole;
  });
}

interface Found {
  readonly node: SourceNode;
  readonly index: number;
  readonly scope: Scope;
}

function noteVariable(whole: string, name: string, { node, index, scope }: Found): void {
  const span = placeWithin(node, whole, index);
  const { report, locals, isAuth } = scope;
  const trimmed = name.trim();
  if (trimmed === "") report({ code: "unnamed-variable", args: { text: whole }, span });
  else if (trimmed !== name) report({ code: "spaces-in-variable", args: { name: trimmed }, span });
  else if (name.startsWith("$")) {
    if (dynamicVariables.has(name)) return;
    const nearest = suggest(name, dynamicVariables);
    report({ code: "unknown-dynamic-variable", args: { name, nearest }, span });
  } else if (!locals.has(name)) scope.use({ name, span, isFromProcess: false, isAuth, locals });
}

/** A JSON value that becomes part of a request; numbers and the like stay what they are. */
export function requestJson(node: SourceNode, scope: Scope): Json {
  if (typeof node.value === "string") return requestText(node, scope);
  if (Array.isArray(node.value)) return [...node.children.values()].map((child) => requestJson(child, scope));
  if (typeof node.value !== "object" || node.value === null) return node.value;
  return Object.fromEntries([...node.children].map(([key, child]) => [key, requestJson(child, scope)]));
}

/** A map of texts that become part of a request. */
export function requestTexts(node: SourceNode | undefined, scope: Scope): Record<string, string> {
  if (node === undefined) return {};
  return Object.fromEntries([...node.children].map(([name, child]) => [name, requestText(child, scope)]));
}

/** A map of such texts in which null means: remove it. */
export function requestChanges(node: SourceNode | undefined, scope: Scope): Record<string, string | null> {
  if (node === undefined) return {};
  return Object.fromEntries(
    [...node.children].map(([name, child]) => [name, child.value === null ? null : requestText(child, scope)]),
  );
}
