import type { JsonPath } from "../manifest/model.ts";

/** `/books/{id}/reviews` -> `books_id_reviews`: what a collection variable of that path is called by. */
function slug(path: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  return words.length === 0 ? "root" : words.join("_");
}

/** The collection variable with the id of what `POST path` created. */
export function idVariable(endpoint: string, get?: JsonPath): string {
  return [slug(pathOf(endpoint)), ...(get ?? ["id"])].join("_").replace(/[^A-Za-z0-9_]/g, "_");
}

/** The collection variable with an id of the same form that nothing has. */
export function unknownIdVariable(endpoint: string, get?: JsonPath): string {
  return `${idVariable(endpoint, get)}_unknown`;
}

/** The collection variable that says whether one that `POST path` created was deleted beside the first one; empty: none was. */
export function otherGoneVariable(endpoint: string): string {
  return `${slug(pathOf(endpoint))}_other_gone`;
}

/** The collection variable with the body an endpoint's happy case sent, as text. */
export function sentVariable(endpoint: string): string {
  return `${ownName(endpoint)}_sent`;
}

/** The collection variable with the ids of what was created and not deleted, as a JSON array. */
export function leftoversVariable(endpoint: string): string {
  return `${slug(pathOf(endpoint))}_left`;
}

/** The collection variables with the validators of an endpoint's last happy response. */
export function validatorVariables(endpoint: string): { readonly etag: string; readonly lastModified: string } {
  const name = slug(pathOf(endpoint));
  return { etag: `${name}_etag`, lastModified: `${name}_last_modified` };
}

/** The collection variable with what a request's endpoint says of rules, for the collection's own script. */
export const levelsVariable = "newmanifest_levels";

/** The collection variable with what an endpoint was last seen to answer. */
export function seenVariable(endpoint: string): string {
  return `${ownName(endpoint)}_seen`;
}

/** The collection variable with what a list answered before anything was created in it. */
export function beforeVariable(endpoint: string): string {
  return `${ownName(endpoint)}_before`;
}

/** The collection variable with the URL that an endpoint's response led to: its Location, its job, its next page. */
export function ledToVariable(endpoint: string, what: "location" | "job" | "next"): string {
  return `${ownName(endpoint)}_${what}`;
}

/** The collection variable with the answers to the others of a burst. */
export function answersVariable(endpoint: string): string {
  return `${ownName(endpoint)}_answers`;
}

/** The collection variable with the seconds until there is room again. */
export function retryAfterVariable(endpoint: string): string {
  return `${ownName(endpoint)}_retry_after`;
}

/** The collection variable with a saved value as it stands in a path. */
export function pathVariable(saved: string): string {
  return `${saved}_path`;
}

/** `/api/v1/books/{id}` -> `api/v1/books`: the part of a path that names its resource. */
export function resourceOf(path: string): string {
  const fixed = path.split("/").slice(1);
  const end = fixed.findIndex((segment) => segment.includes("{"));
  const kept = end === -1 ? fixed : fixed.slice(0, end);
  return kept.filter((segment) => segment !== "").join("/") || "/";
}

/** `books` -> `book`, for sentences. */
export function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.replace(/es$/, "");
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** `get_books_id`: of a method and a path. */
function ownName(endpoint: string): string {
  return `${endpoint.split(" ")[0]?.toLowerCase()}_${slug(pathOf(endpoint))}`;
}

function pathOf(endpoint: string): string {
  return endpoint.slice(endpoint.indexOf(" ") + 1);
}
