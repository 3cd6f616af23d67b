import type { RequestShape } from "../model.ts";
import type { RequestInput } from "../schema/request.ts";
import { keyOf, type SourceNode } from "../source-node.ts";
import { resolveBody } from "./body.ts";
import { type EndpointKey, textOfKey } from "./endpoint-key.ts";
import { resolveHeaders } from "./headers.ts";
import { resolveIdentity } from "./identity-name.ts";
import type { Scope } from "./scope.ts";
import { requestText, requestTexts } from "./text.ts";

/** Where a request stands, and who sends it when it does not say. */
export interface RequestPlace {
  readonly key: EndpointKey;
  readonly node: SourceNode;
  readonly fallback: string | null;
}

/** The request, without its parameters: endpoints and steps find those differently. */
export function resolveRequest(
  input: RequestInput,
  { key, node, fallback }: RequestPlace,
  scope: Scope,
): Omit<RequestShape, "params"> {
  // The key itself is not needed, only the variables in it.
  requestText(textOfKey(key), scope);
  const identity = resolveIdentity(input, { node, fallback }, scope);
  const body = resolveBody(input, node, scope);
  return {
    id: key.id,
    method: key.method,
    path: key.path,
    span: keyOf(key.node),
    ...(identity !== null && { identity }),
    query: requestTexts(node.children.get("query"), scope),
    headers: resolveHeaders(node.children.get("headers"), scope),
    ...(body && { body }),
  };
}
