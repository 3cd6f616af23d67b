import { entriesOf, fieldOf } from "./json.ts";
import { matches } from "./pattern.ts";
import { type Placed, partAt, partsOf, type Said } from "./placed.ts";

/** What a schema itself says of a field: by name, by pattern, else of all others. */
export function propertySchemas(placed: Said, name: string): ReadonlyArray<Placed> {
  const named = partAt(placed, "properties", name);
  const found = named === undefined ? [] : [named];
  let isUnsure = false;
  for (const [pattern, schema] of entriesOf(fieldOf(placed.schema, "patternProperties"))) {
    const isMatch = matches(pattern, name);
    if (isMatch === true) found.push({ schema, at: [...placed.at, "patternProperties", pattern] });
    isUnsure ||= isMatch === undefined;
  }
  const others = partAt(placed, "additionalProperties");
  return found.length > 0 || isUnsure || others === undefined ? found : [others];
}

/** What a schema itself says of the item at an index: 2020-12 has prefixItems and items, draft-07 a list of items. */
export function itemSchemas(placed: Said, index: number): ReadonlyArray<Placed> {
  const { items } = placed.schema;
  const first = partsOf(placed, "prefixItems");
  const listed = first.length > 0 ? first : Array.isArray(items) ? partsOf(placed, "items") : [];
  const own = listed[index];
  const others = Array.isArray(items) ? partAt(placed, "additionalItems") : partAt(placed, "items");
  const found = own ?? others;
  return found === undefined ? [] : [found];
}
