import { isObject } from "../json-object.ts";
import type { Json, JsonObject } from "../model.ts";
import { fieldOf, itemsOf } from "./json.ts";

/** The keys that lead to a place. */
export type Pointer = ReadonlyArray<string>;

/** A schema with its place in the schema that it is a part of. */
export interface Placed<Schema extends Json = Json> {
  readonly schema: Schema;
  readonly at: Pointer;
}

/** A schema that says something; `true` and `false` say all or nothing. */
export type Said = Placed<JsonObject>;

/** Whether a schema is a map of keywords. */
export function isSaid(placed: Placed): placed is Said {
  return isObject(placed.schema);
}

/** The part of a schema below these keys, where there is one. */
export function partAt({ schema, at }: Placed, ...keys: ReadonlyArray<string>): Placed | undefined {
  let found: Json | undefined = schema;
  for (const key of keys) found = Array.isArray(found) ? found[Number(key)] : fieldOf(found, key);
  return found === undefined ? undefined : { schema: found, at: [...at, ...keys] };
}

/** The schemas of a list: of `allOf` and the like. */
export function partsOf(placed: Said, keyword: string): ReadonlyArray<Placed> {
  return itemsOf(fieldOf(placed.schema, keyword)).map((schema, index) => ({
    schema,
    at: [...placed.at, keyword, String(index)],
  }));
}
