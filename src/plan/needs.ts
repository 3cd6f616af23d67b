import type { Need } from "../http/edge.ts";
import type { Endpoint, Json } from "../manifest/model.ts";
import { isObject, jsonOf } from "./body-change.ts";
import type { EndpointFacts } from "./facts.ts";
import type { CaseBody } from "./model.ts";

/** Whether the endpoint has what an edge needs. */
export function meets(need: Need | "known-required", facts: EndpointFacts): boolean {
  const { endpoint } = facts;
  switch (need) {
    case "credentials":
      return endpoint.identity !== undefined;
    case "scheme":
      return facts.hasScheme;
    case "other-identity":
      return facts.otherIdentity !== undefined;
    case "path-parameter":
      return endpoint.params.length > 0;
    case "created-id":
      return facts.itemOf !== undefined;
    case "deletable":
      return facts.isDeletable;
    case "body":
      return endpoint.body !== undefined;
    case "json-body":
      return endpoint.body?.kind === "json";
    case "fields":
      return endpoint.body?.kind === "form" || endpoint.body?.kind === "json";
    case "creates":
      return facts.creates !== undefined;
    case "undeclared-method":
      return facts.undeclaredMethods.length > 0;
    case "known-required":
      return endpoint.body?.kind === "json" && endpoint.body.schema !== undefined;
  }
  return need satisfies never;
}

/** The top-level fields of the happy request's body that a correct server cannot do without. */
export function requiredFields(endpoint: Endpoint, body: CaseBody | undefined): ReadonlyArray<string> {
  if (body?.kind === "form") return [...new Set(body.fields.map(([name]) => name))];
  const optional = endpoint.body?.kind === "json" ? endpoint.body.optional : [];
  return exampleFields(body).flatMap(([name]) => (optional.includes(name) ? [] : [name]));
}

/** The top-level fields of a JSON body with their values. */
export function exampleFields(body: CaseBody | undefined): ReadonlyArray<readonly [string, Json]> {
  const value = jsonOf(body);
  return value !== undefined && isObject(value) ? Object.entries(value) : [];
}
