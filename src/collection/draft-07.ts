import type { Json, JsonObject } from "../manifest/model.ts";

/** Words of JSON Schema 2019-09 and later, and what draft-07 calls them. */
const renamed: Readonly<Record<string, string>> = { $defs: "definitions", prefixItems: "items" };

/**
 * A schema that the sandbox's Ajv 6 takes: it knows draft-07 only, refuses other `$schema`s and unknown formats.
 * What has no counterpart there is left out, so that it accepts more and never less.
 */
export function toDraft07(schema: unknown): Json {
  if (Array.isArray(schema)) return schema.map(toDraft07);
  if (typeof schema !== "object" || schema === null) return schema as Json;
  const converted: Record<string, Json> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "$schema" || key === "$id" || key === "$anchor" || (key === "format" && !formats.has(String(value))))
      continue;
    if (typeof value === "boolean" && (key === "exclusiveMinimum" || key === "exclusiveMaximum")) continue;
    converted[renamed[key] ?? key] =
      key === "$ref" ? String(value).replace("#/$defs/", "#/definitions/") : toDraft07(value);
  }
  return withNull(converted);
}

const formats = new Set(
  "date date-time time email hostname ipv4 ipv6 uri uri-reference uri-template uuid regex json-pointer".split(" "),
);

/** OpenAPI 3.0 writes `nullable: true` where JSON Schema writes a second type. */
function withNull(schema: Record<string, Json>): JsonObject {
  const { nullable, ...rest } = schema;
  if (nullable !== true || typeof rest.type !== "string") return rest;
  return { ...rest, type: [rest.type, "null"] };
}
