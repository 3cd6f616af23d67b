import { isObject } from "../json-object.ts";
import type { Json } from "../model.ts";

export type JsonType = "null" | "boolean" | "number" | "string" | "array" | "object";

/** The JSON type of a value. */
export function jsonType(value: Json): JsonType {
  if (value === null) return "null";
  if (typeof value === "object") return isObject(value) ? "object" : "array";
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "boolean";
}

/** A field of its own: `__proto__` and `constructor` are names like any other, never what is inherited. */
export function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return value !== undefined && isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The items of a list; none where it is no list. */
export function itemsOf(value: Json | undefined): ReadonlyArray<Json> {
  return Array.isArray(value) ? value : [];
}

/** The entries of a map; none where it is no map. */
export function entriesOf(value: Json | undefined): ReadonlyArray<readonly [string, Json]> {
  return value !== undefined && isObject(value) ? Object.entries(value) : [];
}

/** How many characters a text has, which is not how many UTF-16 units (JSON Schema Validation, 6.3.1). */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** The same JSON, whatever the order of the fields. */
export function isSameJson(left: Json, right: Json): boolean {
  return left === right || canonical(left) === canonical(right);
}

function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${fields.sort().join()}}`;
}
