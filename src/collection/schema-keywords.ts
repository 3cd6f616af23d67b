/** What stands at a keyword of JSON Schema; only where schemas are expected is a key a keyword. */
export type Position = "map" | "schema" | "pointer" | "value" | "dropped";

const positions: ReadonlyMap<string, Position> = new Map([
  ...keys("map", "properties patternProperties definitions $defs"),
  // `items` and the like may hold one schema or a list of them.
  ...keys("schema", "allOf anyOf oneOf items additionalItems additionalProperties"),
  ...keys("schema", "not if then else contains propertyNames"),
  ...keys("pointer", "$ref"),
  // Draft-07 has other words for these, or none.
  ...keys("dropped", "$schema $id $anchor $dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef $vocabulary"),
  ...keys("dropped", "prefixItems dependencies dependentSchemas dependentRequired nullable"),
  ...keys("dropped", "unevaluatedItems unevaluatedProperties minContains maxContains"),
]);

/** Keywords that draft-07 has under another name. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["$defs", "definitions"],
  ["prefixItems", "items"],
  ["dependentSchemas", "dependencies"],
]);

/** What stands at a keyword; those that are not in the table hold values. */
export function positionOf(keyword: string): Position {
  return positions.get(keyword) ?? "value";
}

/** The keyword's name in draft-07. */
export function draft07Name(keyword: string): string {
  return renamed.get(keyword) ?? keyword;
}

/** `#/$defs/a/properties/$defs` -> `#/definitions/a/properties/$defs`: the names in maps stay as they are. */
export function toDraft07Pointer(reference: string): string {
  const [base = "", ...segments] = reference.split("/");
  if (base !== "#") return reference;
  let isName = false;
  const converted = segments.map((segment) => {
    const text = isName ? segment : draft07Name(segment);
    isName = !isName && (positionOf(segment) === "map" || segment === "dependentSchemas");
    return text;
  });
  return [base, ...converted].join("/");
}

function keys(position: Position, names: string): ReadonlyArray<readonly [string, Position]> {
  return names.split(" ").map((name) => [name, position] as const);
}
