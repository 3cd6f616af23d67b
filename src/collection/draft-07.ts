import type { Json } from "../manifest/model.ts";
import { draft07Name, type Position, positionOf, toDraft07Pointer } from "./schema-keywords.ts";

type Schema = Record<string, Json>;

/**
 * A schema that the sandbox's Ajv 6 takes: it knows draft-07 only, refuses other `$schema`s and unknown formats.
 * What has no counterpart there is left out, so that it accepts more and never less.
 */
export function toDraft07(schema: unknown): Json {
  if (!isSchema(schema)) return schema as Json;
  const converted: [string, Json][] = [];
  for (const [key, value] of Object.entries(schema)) {
    const position = positionOf(key);
    if (position === "dropped" || isUnknown(key, value)) continue;
    converted.push([draft07Name(key), convert(value, position)]);
  }
  const draft07: Schema = Object.fromEntries(converted);
  for (const amend of amendments) amend(draft07, schema);
  return draft07;
}

/** What stands at a keyword: schemas by name, in a list, or one; a text that points to one; or plain values, left alone. */
function convert(value: Json, position: Position): Json {
  switch (position) {
    case "map":
      return isSchema(value)
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toDraft07(part)]))
        : value;
    case "schema":
      return Array.isArray(value) ? value.map(toDraft07) : toDraft07(value);
    case "pointer":
      return typeof value === "string" ? toDraft07Pointer(value) : value;
    case "value":
    case "dropped":
      return value;
  }
  return position satisfies never;
}

function isUnknown(key: string, value: Json): boolean {
  if (key === "format") return !formats.has(String(value));
  // The draft-04 form of these, a boolean beside the limit.
  return typeof value === "boolean" && (key === "exclusiveMinimum" || key === "exclusiveMaximum");
}

const formats = new Set(
  "date date-time time email hostname ipv4 ipv6 uri uri-reference uri-template uuid regex json-pointer".split(" "),
);

/** Where newer words say together what draft-07 says in another way. Each changes the converted schema. */
const amendments: ReadonlyArray<(draft07: Schema, schema: Schema) => void> = [
  joinDefinitions,
  placeItems,
  joinDependencies,
  allowNull,
  excludeLimits,
  relaxContains,
  separateReference,
];

function joinDefinitions(draft07: Schema, { definitions, $defs }: Schema): void {
  if (!isSchema(definitions) || !isSchema($defs)) return;
  draft07.definitions = convert({ ...definitions, ...$defs }, "map");
}

/** 2020-12 lists the first items in `prefixItems`, and `items` is about those after them. */
function placeItems(draft07: Schema, { prefixItems, items }: Schema): void {
  if (!Array.isArray(prefixItems)) return;
  draft07.items = prefixItems.map(toDraft07);
  if (items !== undefined) draft07.additionalItems = toDraft07(items);
}

function joinDependencies(draft07: Schema, { dependencies, dependentSchemas, dependentRequired }: Schema): void {
  const all = new Map<string, Json>();
  for (const part of [dependencies, dependentSchemas, dependentRequired]) {
    for (const [name, value] of Object.entries(isSchema(part) ? part : {})) {
      const one = toDraft07(value);
      const other = all.get(name);
      all.set(name, other === undefined ? one : { allOf: [asSchema(other), asSchema(one)] });
    }
  }
  if (all.size > 0) draft07.dependencies = Object.fromEntries(all);
}

function asSchema(dependency: Json): Json {
  return Array.isArray(dependency) ? { required: dependency } : dependency;
}

/** OpenAPI 3.0 writes `nullable: true` where JSON Schema writes a second type. */
function allowNull(draft07: Schema, { nullable, type, enum: values }: Schema): void {
  if (nullable !== true || type === undefined) return;
  draft07.type = [...new Set([type, "null"].flat())];
  if (Array.isArray(values)) draft07.enum = [...new Set([...values, null])];
}

/** Draft-04 and OpenAPI 3.0 say of a limit that it is excluded; draft-07 gives the excluded limit itself. */
function excludeLimits(draft07: Schema, { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): void {
  if (exclusiveMinimum === true && minimum !== undefined) draft07.exclusiveMinimum = minimum;
  if (exclusiveMaximum === true && maximum !== undefined) draft07.exclusiveMaximum = maximum;
}

/** With `minContains: 0` it says nothing. */
function relaxContains(draft07: Schema, { minContains }: Schema): void {
  if (minContains === 0) delete draft07.contains;
}

/** In draft-07 a `$ref` makes what stands beside it void. */
function separateReference(draft07: Schema): void {
  const { $ref, allOf } = draft07;
  if ($ref === undefined || Object.keys(draft07).length === 1) return;
  delete draft07.$ref;
  // At the end, so that pointers into the list stay right.
  draft07.allOf = [...(Array.isArray(allOf) ? allOf : []), { $ref }];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
