import type { Need } from "../http/edge.ts";
import type { Endpoint, Json } from "../manifest/model.ts";
import { isObject } from "./change.ts";
import type { EndpointFacts } from "./facts.ts";

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
      return requiredFields(endpoint).length > 0;
    case "creates":
      return facts.creates !== undefined;
    case "undeclared-method":
      return facts.undeclaredMethods.length > 0;
    case "known-required":
      return endpoint.body?.kind === "json" && endpoint.body.schema !== undefined;
  }
  return need satisfies never;
}

/** The top-level fields that a correct server cannot do without. */
export function requiredFields({ body }: Endpoint): ReadonlyArray<string> {
  if (body?.kind === "form") return Object.keys(body.fields);
  if (body?.kind !== "json" || !isObject(body.value)) return [];
  return Object.keys(body.value).filter((name) => !body.optional.includes(name));
}

/** The top-level fields of the example with their values. */
export function exampleFields({ body }: Endpoint): ReadonlyArray<readonly [string, Json]> {
  return body?.kind === "json" && isObject(body.value) ? Object.entries(body.value) : [];
}
