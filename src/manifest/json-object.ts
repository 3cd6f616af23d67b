import type { Json, JsonObject } from "./model.ts";

/** Whether a value is a map. */
export function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
