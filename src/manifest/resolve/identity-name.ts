import { suggest } from "../../diagnostic/suggest.ts";
import type { RequestInput } from "../schema/request.ts";
import { keyOf, partOf, placeOf, type SourceNode } from "../source-node.ts";
import type { Scope } from "./scope.ts";

/** The identity that `as` names, or null for none. Undefined when there is no such identity. */
export function resolveAs(node: SourceNode, { identities, report }: Scope): string | null | undefined {
  const name = String(node.value);
  if (name === "none") return null;
  if (identities.includes(name)) return name;
  const nearest = suggest(name, [...identities, "none"]);
  report({ code: "unknown-identity", args: { name, nearest, known: identities }, span: placeOf(node) });
  return undefined;
}

/** The identity that sends a request, or null for none; `fallback` where the request says nothing. */
export function resolveIdentity(
  input: RequestInput,
  { node, fallback }: { readonly node: SourceNode; readonly fallback: string | null },
  scope: Scope,
): string | null {
  const as = node.children.get("as");
  const isPublic = input.public === true;
  if (isPublic && as && as.value !== "none") {
    const first = keyOf(partOf(node, "public"));
    scope.report({ code: "conflicting-keys", args: { keys: ["public", "as"], first }, span: keyOf(as) });
  }
  if (as) return resolveAs(as, scope) ?? null;
  return isPublic ? null : fallback;
}
