import type { Json, JsonPath } from "../manifest/model.ts";
import { fieldOf, isObject, withField } from "./json.ts";

/** What a body holds at `$.data.items[0]`; undefined where the path leads nowhere. */
export function readPath(value: Json | undefined, path: JsonPath): Json | undefined {
  let found = value;
  for (const key of path) {
    found = Array.isArray(found) ? found[Number(key)] : fieldOf(found, String(key));
  }
  return found;
}

/** The body with a value at that path; objects and arrays on the way are made where they are missing. */
export function writePath(value: Json | undefined, path: JsonPath, leaf: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (typeof key === "string") {
    return withField(isObject(value) ? value : {}, key, writePath(fieldOf(value, key), rest, leaf));
  }
  const items = Array.isArray(value) ? [...value] : [];
  while (items.length < key) items.push(null);
  items[key] = writePath(items[key], rest, leaf);
  return items;
}
