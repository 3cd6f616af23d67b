import type { EndpointFacts } from "./facts.ts";
import { shapeOf } from "./items.ts";
import { placeOf } from "./places.ts";

/**
 * Endpoints of one path with one set of ids, where a PUT makes what the path names and a DELETE takes it away: the PUT comes
 * first, the DELETE last, and the others stay as they are written.
 */
export function inLifeOrder(members: ReadonlyArray<EndpointFacts>): ReadonlyArray<EndpointFacts> {
  const places = new Map<string, EndpointFacts[]>();
  for (const facts of members)
    places.set(placeOf(facts.endpoint), [...(places.get(placeOf(facts.endpoint)) ?? []), facts]);
  const rank = (facts: EndpointFacts) => rankOf(facts, members);
  return [...places.values()].flatMap((place) => [...place].sort((a, b) => rank(a) - rank(b)));
}

/** Whether its path names something that is made or taken away there, though nobody was given an id of it. */
export function hasOwnLife(facts: EndpointFacts, members: ReadonlyArray<EndpointFacts>): boolean {
  if (facts.itemOf !== undefined || facts.endpoint.params.length === 0) return false;
  return members.some((other) => placeOf(other.endpoint) === placeOf(facts.endpoint) && rankOf(other, members) !== 1);
}

/** Where a POST creates, a PUT that declares no 201 only changes what is there. */
function rankOf({ endpoint }: EndpointFacts, members: ReadonlyArray<EndpointFacts>): number {
  if (endpoint.method === "DELETE") return 2;
  if (endpoint.method !== "PUT") return 1;
  const home = shapeOf(endpoint.path).replace(/\/[^/]*$/, "");
  const isPosted = members.some((other) => other.creates !== undefined && shapeOf(other.endpoint.path) === home);
  const mayCreate = endpoint.expect.some(({ codes }) => codes.codes.includes(201));
  return mayCreate || !isPosted ? 0 : 1;
}
