import type { Json } from "../model.ts";
import { itemsOf, type JsonType } from "./json.ts";
import { saidAt, type Way } from "./way.ts";

/** A JSON type, where whole numbers are one of their own. */
export type SchemaType = JsonType | "integer";

const all: ReadonlyArray<SchemaType> = ["object", "string", "integer", "number", "boolean", "array", "null"];

/** Keywords that speak of one type only, so that it is meant where none is named. */
const hints: ReadonlyArray<readonly [SchemaType, ReadonlyArray<string>]> = [
  ["object", ["properties", "required", "additionalProperties", "patternProperties", "minProperties", "propertyNames"]],
  ["array", ["items", "prefixItems", "minItems", "maxItems", "contains", "uniqueItems"]],
  ["string", ["minLength", "maxLength", "pattern", "format"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

/** The types that a value may have; nothing where any will do. */
export function typesOf(way: Way): ReadonlyArray<SchemaType> | undefined {
  const named = saidAt(way, "type").map(typeList);
  if (named.length === 0) return undefined;
  const types = all.filter((type) => named.every((list) => allows(list, type)));
  // `number` says it all where whole numbers are not asked for.
  return types.includes("number") ? types.filter((type) => type !== "integer") : types;
}

/** The type that is meant where none is named. */
export function meantType(way: Way): SchemaType | undefined {
  return hints.find(([, keywords]) => keywords.some((keyword) => saidAt(way, keyword).length > 0))?.[0];
}

/** Whether null is allowed in the words of OpenAPI 3.0. */
export function isNullable(way: Way): boolean {
  return saidAt(way, "nullable").includes(true) || typesOf(way)?.includes("null") === true;
}

function typeList(value: Json): ReadonlyArray<string> {
  return typeof value === "string" ? [value] : itemsOf(value).map(String);
}

function allows(list: ReadonlyArray<string>, type: SchemaType): boolean {
  return list.includes(type) || (type === "integer" && list.includes("number"));
}
