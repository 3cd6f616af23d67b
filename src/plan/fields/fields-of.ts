import { fittingWay } from "../../manifest/example/fitting-way.ts";
import { entriesOf, fieldOf, jsonType } from "../../manifest/example/json.ts";
import { violationsOf } from "../../manifest/example/judge.ts";
import { isReadOnly } from "../../manifest/example/objects.ts";
import { propertySchemas } from "../../manifest/example/parts.ts";
import type { Pointer } from "../../manifest/example/placed.ts";
import { requiredFields } from "../../manifest/example/required-fields.ts";
import { meantType, type SchemaType, typesOf } from "../../manifest/example/types.ts";
import { verdictOf } from "../../manifest/example/violation.ts";
import { propertyNames, requiredNames, type Way } from "../../manifest/example/way.ts";
import { isObject } from "../../manifest/json-object.ts";
import type { Endpoint, Json, JsonObject } from "../../manifest/model.ts";
import { jsonOf } from "../body-change.ts";
import type { CaseBody } from "../model.ts";
import type { Field, FieldSet } from "./field.ts";

/** The fields of the body that the happy request sends; nothing where it is no JSON object and no form. */
export function fieldsOf(body: CaseBody | undefined, endpoint: Endpoint): FieldSet | undefined {
  if (body === undefined) return undefined;
  const value = body.kind === "form" ? Object.fromEntries(body.fields) : jsonOf(body);
  if (value === undefined || !isObject(value)) return undefined;
  const declared = endpoint.body?.kind === "json" ? endpoint.body : undefined;
  const schema = declared?.schema && allows(declared.schema, value) ? declared.schema : undefined;
  const way = schema ? fittingWay([{ schema, at: [] }], value, schema) : [];
  const isRequired = schema
    ? isOneOf(requiredFields(schema, value))
    : (name: string) => !(declared?.optional ?? []).includes(name);
  const top = fieldsIn(value, { way, root: schema ?? {}, path: [], isRequired });
  const nested = top.flatMap((field) => nestedFields(field, schema));
  const isDoubtful = schema === undefined && declared?.schema !== undefined;
  const { method } = endpoint;
  return { body, value, fields: [...top, ...nested], method, isDoubtful, ...(schema && { schema }) };
}

function allows(schema: JsonObject, value: Json): boolean {
  return verdictOf(violationsOf({ schema, at: [] }, value, schema)) !== "invalid";
}

interface Surroundings {
  readonly way: Way;
  readonly root: JsonObject;
  readonly path: Pointer;
  readonly isRequired: (name: string) => boolean;
}

function fieldsIn(value: JsonObject, { way, root, path, isRequired }: Surroundings): ReadonlyArray<Field> {
  const names = [...new Set([...Object.keys(value), ...propertyNames(way)])];
  return names.map((name) => {
    const own = fieldOf(value, name);
    const schemas = way.flatMap((one) => propertySchemas(one, name));
    // Where nothing is said there is no choice to go through.
    const said = schemas.length === 0 ? [] : fittingWay(schemas, own, root);
    return {
      path: [...path, name],
      name,
      label: [...path, name].join("."),
      ...(own !== undefined && { value: own }),
      way: said,
      types: typesFor(said, own),
      isRequired: isRequired(name),
      isReadOnly: schemas.some(({ schema }) => fieldOf(schema, "readOnly") === true),
    };
  });
}

/** Inside of an object the schema alone knows what is required. */
function nestedFields(field: Field, schema: JsonObject | undefined): ReadonlyArray<Field> {
  const { value, way, path } = field;
  if (value === undefined || !isObject(value) || field.isReadOnly) return [];
  const required = requiredNames(way).filter((name) => !isReadOnly(way, name) && !hasDefault(way, name));
  return fieldsIn(value, { way, root: schema ?? {}, path, isRequired: isOneOf(required) });
}

function hasDefault(way: Way, name: string): boolean {
  const schemas = way.flatMap((one) => propertySchemas(one, name));
  return schemas.some(({ schema }) => entriesOf(schema).some(([keyword]) => keyword === "default"));
}

function typesFor(way: Way, value: Json | undefined): ReadonlyArray<SchemaType> {
  const types = typesOf(way);
  if (types !== undefined) return types.length > 1 ? types.filter((type) => type !== "null") : types;
  if (value !== undefined) return [jsonType(value)];
  const meant = meantType(way);
  return meant === undefined ? [] : [meant];
}

function isOneOf(names: ReadonlyArray<string>): (name: string) => boolean {
  return (name) => names.includes(name);
}
