import { suggest } from "../../diagnostic/suggest.ts";
import type { Change } from "../model.ts";
import { keyOf, placeOf, type SourceNode } from "../source-node.ts";
import type { EndpointKey } from "./endpoint-key.ts";
import { resolveHeaderChanges } from "./headers.ts";
import { resolveAs } from "./identity-name.ts";
import { checkMethod } from "./method.ts";
import type { Scope } from "./scope.ts";
import { requestChanges, requestJson, requestText, requestTexts } from "./text.ts";

/** `when`: what is different from the happy request. */
export function resolveChange(node: SourceNode, key: EndpointKey, scope: Scope): Change {
  const { children } = node;
  const as = children.get("as");
  const body = children.get("body");
  const rawBody = children.get("rawBody");
  const method = children.get("method");
  const identity = as && resolveAs(as, scope);
  checkParams(children.get("path"), key.params, scope);
  if (method) checkMethod(String(method.value), placeOf(method), scope.report);
  return {
    headers: resolveHeaderChanges(children.get("headers"), scope),
    query: requestChanges(children.get("query"), scope),
    path: requestTexts(children.get("path"), scope),
    ...(identity !== undefined && { as: identity }),
    ...(body && { body: requestJson(body, scope) }),
    ...(rawBody && { rawBody: requestText(rawBody, scope) }),
    ...(method && { method: String(method.value) }),
  };
}

/** Each key of a `path:` is a parameter of the path. */
export function checkParams(
  node: SourceNode | undefined,
  params: ReadonlyArray<string>,
  { report }: Pick<Scope, "report">,
): void {
  for (const [name, child] of node?.children ?? []) {
    if (params.includes(name)) continue;
    report({
      code: "unknown-param",
      args: { name, nearest: suggest(name, params), known: params },
      span: keyOf(child),
    });
  }
}
