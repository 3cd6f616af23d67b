import type { Endpoint } from "../manifest/model.ts";

/**
 * Endpoint -> who created what its path ends with. The path must be the creator's own with an id behind it: what
 * `DELETE /favourites/{role}` takes away is no role.
 */
export function findItems(endpoints: ReadonlyArray<Endpoint>): ReadonlyMap<string, string> {
  const shapes = new Set(endpoints.map(itemShape));
  const puts = new Set(endpoints.filter(({ method }) => method === "PUT").map(itemShape));
  const posts = new Set(endpoints.filter(({ method }) => method === "POST").map((post) => `${itemShape(post)}/{}`));
  const homes = new Map<string, string>();
  for (const endpoint of endpoints) {
    const creator = lastCreator(endpoint);
    if (creator === undefined || homes.has(creator)) continue;
    const own = `${shapeOf(pathOf(creator))}/{}`;
    const isMadeHere = puts.has(itemShape(endpoint)) || posts.has(itemShape(endpoint));
    // An order that `POST /carts/{cart}/checkout` makes is no `checkout`: it is what a GET reads by that id alone.
    const isRead = endpoint.method === "GET" && endpoint.params.length === 1 && !isMadeHere;
    if (shapes.has(own)) homes.set(creator, own);
    else if (isRead) homes.set(creator, itemShape(endpoint));
  }
  const items = new Map<string, string>();
  for (const endpoint of endpoints) {
    const creator = lastCreator(endpoint);
    if (creator !== undefined && homes.get(creator) === itemShape(endpoint)) items.set(endpoint.id, creator);
  }
  return items;
}

/** The path without the names of its parameters, and without a slash at its end. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^}]*\}/g, "{}").replace(/\/$/, "");
}

function itemShape({ path }: Endpoint): string {
  return shapeOf(path);
}

/** The creator of the id that the path ends with. */
function lastCreator(endpoint: Endpoint): string | undefined {
  const last = endpoint.params.at(-1);
  if (last?.source.kind !== "created" || !endpoint.path.replace(/\/$/, "").endsWith(`/{${last.name}}`))
    return undefined;
  return last.source.by;
}

function pathOf(id: string): string {
  return id.slice(id.indexOf(" ") + 1);
}
