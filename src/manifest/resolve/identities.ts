import type { Auth, Identity } from "../model.ts";
import { keyOf, partOf, type SourceNode } from "../source-node.ts";
import type { Scope } from "./scope.ts";
import { requestText } from "./text.ts";

/** The identities of `auth`, in its order. */
export function resolveIdentities(node: SourceNode | undefined, outer: Scope): ReadonlyArray<Identity> {
  const scope = { ...outer, isAuth: true };
  const identities: Identity[] = [];
  for (const [name, child] of node?.children ?? []) {
    if (name === "none") scope.report({ code: "reserved-identity", args: {}, span: keyOf(child) });
    const auth = resolveAuth(name, child, scope);
    if (auth) identities.push({ name, span: keyOf(child), auth });
  }
  return identities;
}

function resolveAuth(name: string, node: SourceNode, scope: Scope): Auth | undefined {
  const kinds = [...node.children.keys()];
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    if (!node.isBroken)
      scope.report({ code: "identity-kinds", args: { name, count: kinds.length }, span: keyOf(node) });
    return undefined;
  }
  const credentials = partOf(node, kind);
  const get = (key: string): string => requestText(partOf(credentials, key), scope);
  switch (kind) {
    case "bearer":
      return { kind, token: requestText(credentials, scope) };
    case "basic":
    case "digest":
      return { kind, username: get("username"), password: get("password") };
    case "apiKey": {
      const place = credentials.children.get("in")?.value === "query" ? "query" : "header";
      return { kind, in: place, name: get("name"), value: get("value") };
    }
    case "cookie":
      return { kind, name: get("name"), value: get("value") };
    default: {
      const instead = 'for now, use bearer: "${TOKEN}" with a token of your own';
      scope.report({ code: "not-supported-yet", args: { key: kind, instead }, span: keyOf(credentials) });
      return undefined;
    }
  }
}
