import type { Edge } from "../edge.ts";

/** What stands in a title for what only a manifest names. */
const anyOf: Readonly<Record<string, string>> = {
  field: "a field",
  thing: "thing",
  param: "id",
  parent: "parent",
  identity: "somebody else",
  method: "another method",
};

/** An edge's title where there is no endpoint to fill it in: `-> 400 or 422 when a field is missing`. */
export function edgeTitle({ title, codes }: Edge): string {
  const about = title.replace(/\{(\w+)\}/g, (whole, name: string) => anyOf[name] ?? whole);
  return codes.length === 0 ? about : `-> ${codes.join(" or ")} ${about}`;
}

/** The right answers of an edge that nobody declared: `400 or 422`. */
export function familyWords(family: string): string {
  return family.replace("happy", "as the valid request").replaceAll("|", " or ");
}
