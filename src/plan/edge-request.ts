import type { EdgeChange } from "../http/edge.ts";
import { bodyChanges, withText } from "./changes/body.ts";
import type { ChangeScope, ChangeTable, EdgeRequest } from "./changes/change.ts";
import { corsChanges } from "./changes/cors.ts";
import { credentialChanges } from "./changes/credentials.ts";
import { changeHeaders, ownHeaders, setHeader } from "./changes/headers.ts";
import { withMethod } from "./changes/method.ts";
import { pathChanges, withPathValue } from "./changes/path.ts";
import { withPayload } from "./changes/payload.ts";
import { queryChanges } from "./changes/query.ts";
import { sizeChanges } from "./changes/size.ts";
import { withUnknownId } from "./changes/unknown-id.ts";
import { validatorChanges } from "./changes/validator.ts";
import { fieldRequests } from "./fields/field-requests.ts";
import type { CaseRequest } from "./model.ts";
import { sentVariable } from "./names.ts";
import { authOf } from "./request.ts";

/** Applies an edge's change; several requests where it goes from field to field, none where there is nothing to change. */
export function edgeRequests(change: EdgeChange, scope: ChangeScope): ReadonlyArray<EdgeRequest> {
  const { happy, facts, manifest } = scope;
  switch (change.kind) {
    case "credentials":
      return fromTable(credentialChanges, change.use, scope);
    case "identity":
      return [{ request: { ...happy, auth: authOf(facts.otherIdentity ?? "", manifest) } }];
    case "unknown-id":
      return [{ request: change.header ? setHeader(withUnknownId(scope), ...change.header) : withUnknownId(scope) }];
    case "after-delete":
      return change.of === undefined ? [{ request: happy }] : fromTable(bodyChanges, change.of, scope);
    case "method":
      return [{ request: withMethod(scope, change.method) }];
    case "header":
      return [{ request: changeHeaders(happy, [[change.name, change.value]]) }];
    case "headers":
      return [{ request: changeHeaders(happy, change.set) }];
    case "validator":
      return fromTable(validatorChanges, change.of ?? "current", scope);
    case "text":
      return [{ request: withText(happy, change.text, change.contentType) }];
    case "body":
      return fromTable(bodyChanges, change.of, scope);
    case "path":
      return fromTable(pathChanges, change.of, scope);
    case "path-value":
      return [{ request: withPathValue(scope, change.text) }];
    case "payload":
      return withPayload(scope, change.text);
    case "query":
      return fromTable(queryChanges, change.of, scope);
    case "size":
      return fromTable(sizeChanges, change.of, scope);
    case "cors":
      return fromTable(corsChanges, change.of, scope);
    case "own-header":
      return ownHeaders(scope, change.value);
    case "field":
      return fieldRequests(scope);
    case "repeat":
      return [{ request: repeated(happy, facts.endpoint.id) }];
    case "none":
      return [];
  }
  return change satisfies never;
}

function fromTable(table: ChangeTable, name: string, scope: ChangeScope): ReadonlyArray<EdgeRequest> {
  const change = table[name];
  if (change === undefined) throw new Error(`${scope.edge}: there is no change "${name}"`);
  const changed = change(scope);
  if (changed === undefined) return [];
  return ["request" in changed ? changed : { request: changed }];
}

function repeated(happy: CaseRequest, endpoint: string): CaseRequest {
  return { ...happy, body: { kind: "text", text: `{{${sentVariable(endpoint)}}}`, isJson: true } };
}
