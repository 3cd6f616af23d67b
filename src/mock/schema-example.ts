import type { Json, JsonObject } from "../manifest/model.ts";
import { fieldOf, isObject } from "./json.ts";
import { mergePatch } from "./merge-patch.ts";
import { numberExample, stringExample } from "./schema-leaf.ts";
import { pick, plainSeed } from "./seed.ts";

const maxDepth = 12;

/** What the parts of one example have in common, and where a part stands. */
interface Spot {
  readonly root: JsonObject;
  readonly depth: number;
  readonly seed: number;
  readonly name: string;
}

/** A small value that fits a JSON Schema, as far as its plain keywords say; another seed invents another one. */
export function schemaExample(schema: JsonObject, seed: number = plainSeed): Json {
  return exampleAt(schema, { root: schema, depth: 0, seed, name: "" });
}

function exampleAt(schema: Json | undefined, spot: Spot): Json {
  if (!isObject(schema) || spot.depth > maxDepth) return {};
  const inner = { ...spot, depth: spot.depth + 1 };
  const reference = fieldOf(schema, "$ref");
  if (typeof reference === "string") return exampleAt(referred(spot.root, reference), inner);
  const given = fieldOf(schema, "const") ?? oneOf(schema, "enum", spot) ?? oneOf(schema, "examples", spot);
  const chosen = given ?? fieldOf(schema, "example") ?? fieldOf(schema, "default");
  if (chosen !== undefined) return chosen;
  const option = oneOf(schema, "oneOf", spot) ?? oneOf(schema, "anyOf", spot);
  if (option !== undefined) return exampleAt(option, inner);
  const parts = fieldOf(schema, "allOf");
  const own = typedExample(schema, spot);
  if (!Array.isArray(parts)) return own;
  let whole = own;
  for (const part of parts) {
    const example = exampleAt(part, inner);
    whole = isObject(whole) ? mergePatch(whole, example) : example;
  }
  return whole;
}

function typedExample(schema: JsonObject, spot: Spot): Json {
  const types = fieldOf(schema, "type");
  const type = Array.isArray(types) ? types[0] : types;
  if (type === "object" || isObject(fieldOf(schema, "properties"))) return objectExample(schema, spot);
  if (type === "array") {
    const least = fieldOf(schema, "minItems");
    const count = Math.min(Math.max(typeof least === "number" ? least : 0, 1), 10);
    return Array.from({ length: count }, (_, at) => exampleAt(fieldOf(schema, "items"), below(spot, String(at))));
  }
  if (type === "integer" || type === "number") return numberExample(schema, spot);
  if (type === "boolean") return pick([true, false], spot.seed, spot.name) ?? true;
  if (type === "null") return null;
  return type === "string" ? stringExample(schema, spot) : {};
}

function objectExample(schema: JsonObject, spot: Spot): Json {
  const properties = fieldOf(schema, "properties");
  const named = isObject(properties) ? Object.entries(properties) : [];
  const required = fieldOf(schema, "required");
  const missing = Array.isArray(required)
    ? required.filter((name) => fieldOf(properties, String(name)) === undefined)
    : [];
  return Object.fromEntries([
    ...missing.map((name): [string, Json] => [String(name), "text"]),
    ...named.map(([name, property]): [string, Json] => [name, exampleAt(property, below(spot, name))]),
  ]);
}

function below(spot: Spot, name: string): Spot {
  return { ...spot, depth: spot.depth + 1, name: `${spot.name}/${name}` };
}

function referred(root: JsonObject, reference: string): Json | undefined {
  if (!reference.startsWith("#")) return undefined;
  const keys = reference.slice(1).split("/").slice(1);
  let found: Json | undefined = root;
  for (const key of keys) found = fieldOf(found, key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return found;
}

function oneOf(schema: JsonObject, keyword: string, { seed, name }: Spot): Json | undefined {
  const list = fieldOf(schema, keyword);
  return Array.isArray(list) ? pick(list, seed, name) : undefined;
}
