import type { Json } from "../../manifest/model.ts";
import { isObject, jsonBody } from "../body-change.ts";
import type { CaseRequest } from "../model.ts";
import { exampleFields, requiredFields } from "../needs.ts";
import type { ChangeScope, EdgeRequest } from "./change.ts";

/** A request for each required field, without it. */
export function withoutFields({ happy, facts }: ChangeScope): ReadonlyArray<EdgeRequest> {
  return requiredFields(facts.endpoint, happy.body).map((field) => ({ field, request: withoutField(happy, field) }));
}

/** A request for each field, with a value of another type. */
export function withWrongTypes({ happy }: ChangeScope): ReadonlyArray<EdgeRequest> {
  return exampleFields(happy.body)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ field, request: withField(happy, [field, wrongTypeOf(value)]) }));
}

function withoutField(happy: CaseRequest, field: string): CaseRequest {
  if (happy.body?.kind === "form") {
    return { ...happy, body: { kind: "form", fields: happy.body.fields.filter(([name]) => name !== field) } };
  }
  const kept = exampleFields(happy.body).filter(([name]) => name !== field);
  return { ...happy, body: jsonBody(Object.fromEntries(kept)) };
}

function withField(happy: CaseRequest, changed: readonly [string, Json]): CaseRequest {
  const fields = exampleFields(happy.body).map((field) => (field[0] === changed[0] ? changed : field));
  return { ...happy, body: jsonBody(Object.fromEntries(fields)) };
}

/** A value that no lenient server can coerce into the right type, as "5" becomes 5 and 5 becomes "5". */
function wrongTypeOf(value: Json): Json {
  if (typeof value === "number" || typeof value === "boolean") return "newmanifest";
  return isObject(value) ? "newmanifest" : { newmanifest: true };
}
