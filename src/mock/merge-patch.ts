import type { Json, JsonObject } from "../manifest/model.ts";
import { fieldOf, isObject, withField, withoutField } from "./json.ts";

/** Applies a JSON merge patch (RFC 7396): objects merge, null removes, anything else replaces. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  let merged: JsonObject = isObject(target) ? target : {};
  for (const [name, value] of Object.entries(patch)) {
    merged =
      value === null ? withoutField(merged, name) : withField(merged, name, mergePatch(fieldOf(merged, name), value));
  }
  return merged;
}
