import type { EndpointFacts } from "./facts.ts";
import type { Family } from "./family.ts";
import { hasOwnLife } from "./life-order.ts";

/** The endpoints of one resource. */
export interface Resource {
  /** Share the creator's path. */
  readonly collection: ReadonlyArray<EndpointFacts>;
  /** Need its item. */
  readonly items: ReadonlyArray<EndpointFacts>;
  /** Need its item, and are made and taken away by their path alone: `PUT /users/{user}/roles/{role}`. */
  readonly attached: ReadonlyArray<EndpointFacts>;
  /** Creators that need its item. */
  readonly below: ReadonlyArray<EndpointFacts>;
}

/** What belongs to the resource that an endpoint creates. */
export function resourceOf(creator: EndpointFacts, { members, owners }: Family): Resource {
  const owned = members.filter(({ endpoint }) => owners.get(endpoint.id) === creator.endpoint.id);
  const plain = owned.filter((facts) => facts.creates === undefined && !isInCollection(facts, members));
  return {
    collection: members.filter((facts) => facts !== creator && facts.endpoint.path === creator.endpoint.path),
    items: plain.filter((facts) => !hasOwnLife(facts, plain)),
    attached: plain.filter((facts) => hasOwnLife(facts, plain)),
    below: owned.filter((facts) => facts.creates !== undefined),
  };
}

/** `GET /books/{id}/reviews` stands with `POST /books/{id}/reviews`, as its collection. */
export function isInCollection(facts: EndpointFacts, members: ReadonlyArray<EndpointFacts>): boolean {
  return members.some(
    (other) => other !== facts && other.creates !== undefined && other.endpoint.path === facts.endpoint.path,
  );
}
