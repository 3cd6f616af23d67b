import type { Json, JsonObject } from "../manifest/model.ts";

export type JsonType = "null" | "boolean" | "number" | "string" | "array" | "object";

/** Whether it is a JSON object, not an array and not null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The JSON type of a value. */
export function jsonType(value: Json): JsonType {
  if (value === null) return "null";
  if (typeof value === "object") return isObject(value) ? "object" : "array";
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "boolean";
}

/** A field of its own: `__proto__` and `constructor` are names like any other, never what is inherited. */
export function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The object with one field set. A spread and a computed key define fields, so `__proto__` stays a plain one. */
export function withField(object: JsonObject, name: string, value: Json): JsonObject {
  return { ...object, [name]: value };
}

/** The object without one field. */
export function withoutField(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}

/** The same JSON, whatever the order of the fields. */
export function isSameJson(left: Json, right: Json): boolean {
  if (isObject(left) && isObject(right)) {
    const keys = Object.keys(left);
    if (keys.length !== Object.keys(right).length) return false;
    return keys.every((key) => {
      const [a, b] = [fieldOf(left, key), fieldOf(right, key)];
      return a !== undefined && b !== undefined && isSameJson(a, b);
    });
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSameJson(item, right[index] ?? null));
  }
  return left === right;
}

/** Whether arrays and objects are nested deeper than this: recursion over what a client sent needs a floor. */
export function isDeeperThan(value: Json, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((child) => isDeeperThan(child, limit - 1));
}
