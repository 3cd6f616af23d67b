import type { Json, JsonObject } from "../manifest/model.ts";
import { fieldOf, isObject } from "./json.ts";
import { mergePatch } from "./merge-patch.ts";
import { sampleOf } from "./sample.ts";

const maxDepth = 12;

/** A small value that fits a JSON Schema, as far as its plain keywords say. */
export function schemaExample(schema: JsonObject): Json {
  return exampleAt(schema, schema, 0);
}

function exampleAt(schema: Json | undefined, root: JsonObject, depth: number): Json {
  if (!isObject(schema) || depth > maxDepth) return {};
  const reference = fieldOf(schema, "$ref");
  if (typeof reference === "string") return exampleAt(referred(root, reference), root, depth + 1);
  const given = fieldOf(schema, "const") ?? firstOf(schema, "enum") ?? firstOf(schema, "examples");
  const chosen = given ?? fieldOf(schema, "example") ?? fieldOf(schema, "default");
  if (chosen !== undefined) return chosen;
  const option = firstOf(schema, "oneOf") ?? firstOf(schema, "anyOf");
  if (option !== undefined) return exampleAt(option, root, depth + 1);
  const parts = fieldOf(schema, "allOf");
  const own = typedExample(schema, root, depth);
  if (!Array.isArray(parts)) return own;
  let whole = own;
  for (const part of parts) {
    const example = exampleAt(part, root, depth + 1);
    whole = isObject(whole) ? mergePatch(whole, example) : example;
  }
  return whole;
}

function typedExample(schema: JsonObject, root: JsonObject, depth: number): Json {
  const type = firstOf(schema, "type") ?? fieldOf(schema, "type");
  if (type === "object" || isObject(fieldOf(schema, "properties"))) return objectExample(schema, root, depth);
  if (type === "array") {
    const count = Math.min(Math.max(numberOf(schema, "minItems"), 1), 10);
    return Array.from({ length: count }, () => exampleAt(fieldOf(schema, "items"), root, depth + 1));
  }
  if (type === "integer" || type === "number") return numberExample(schema);
  if (type === "boolean") return true;
  if (type === "null") return null;
  return type === "string" ? stringExample(schema) : {};
}

function objectExample(schema: JsonObject, root: JsonObject, depth: number): Json {
  const properties = fieldOf(schema, "properties");
  const named = isObject(properties) ? Object.entries(properties) : [];
  const required = fieldOf(schema, "required");
  const missing = Array.isArray(required)
    ? required.filter((name) => fieldOf(properties, String(name)) === undefined)
    : [];
  return Object.fromEntries([
    ...missing.map((name): [string, Json] => [String(name), "text"]),
    ...named.map(([name, property]): [string, Json] => [name, exampleAt(property, root, depth + 1)]),
  ]);
}

function numberExample(schema: JsonObject): number {
  const least = fieldOf(schema, "minimum");
  const above = fieldOf(schema, "exclusiveMinimum");
  if (typeof least === "number") return Math.ceil(least);
  if (typeof above === "number") return Math.floor(above) + 1;
  return Math.min(1, numberOf(schema, "maximum", 1));
}

const formats: Readonly<Record<string, string>> = {
  date: "2024-01-01",
  "date-time": "2024-01-01T00:00:00Z",
  email: "reader@example.com",
  uri: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000001",
};

function stringExample(schema: JsonObject): string {
  const format = fieldOf(schema, "format");
  const pattern = fieldOf(schema, "pattern");
  if (typeof pattern === "string") return sampleOf(pattern) ?? "text";
  const text = (typeof format === "string" ? formats[format] : undefined) ?? "text";
  const padded = text.padEnd(Math.min(numberOf(schema, "minLength"), 1000), "x");
  return padded.slice(0, numberOf(schema, "maxLength", padded.length));
}

function referred(root: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith("#")) return undefined;
  const keys = reference.slice(1).split("/").slice(1);
  let found: Json | undefined = root;
  for (const key of keys) found = fieldOf(found, key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return found;
}

function firstOf(schema: JsonObject, keyword: string): Json | undefined {
  const list = fieldOf(schema, keyword);
  return Array.isArray(list) ? list[0] : undefined;
}

function numberOf(schema: JsonObject, keyword: string, fallback = 0): number {
  const value = fieldOf(schema, keyword);
  return typeof value === "number" ? value : fallback;
}
