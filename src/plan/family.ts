import type { EndpointFacts } from "./facts.ts";

/** The endpoints of a group, and inside of whose items' lifetime each of them is called. */
export interface Family {
  readonly members: ReadonlyArray<EndpointFacts>;
  /** Endpoint -> the creator whose item must be there; absent: none. The creators among them make a tree. */
  readonly owners: ReadonlyMap<string, string>;
}

/** Reads the owners off the paths: the creator of the last id, since it lives inside of those before it. */
export function familyOf(members: ReadonlyArray<EndpointFacts>): Family {
  const owners = new Map<string, string>();
  for (const facts of members) {
    const last = creatorsOf(facts).at(-1);
    if (last !== undefined) owners.set(facts.endpoint.id, last);
  }
  const isOrdered = members.every((facts) => creatorsOf(facts).every((one) => chainOf(facts, owners).includes(one)));
  return { members, owners: isOrdered ? owners : chainedOwners(members) };
}

/**
 * `/users/{user}/books/{book}` with `POST /users` and `POST /books`: neither path says which lives inside of the other, so
 * every creator lives inside of the one before it, and whatever takes ids from several of them finds them all.
 */
function chainedOwners(members: ReadonlyArray<EndpointFacts>): ReadonlyMap<string, string> {
  const order = creationOrder(members);
  const owners = new Map<string, string>();
  for (const [index, creator] of order.entries()) {
    const before = order[index - 1];
    if (before !== undefined) owners.set(creator, before);
  }
  for (const facts of members) {
    if (order.includes(facts.endpoint.id)) continue;
    const last = Math.max(...creatorsOf(facts).map((creator) => order.indexOf(creator)));
    const owner = order[last];
    if (owner !== undefined) owners.set(facts.endpoint.id, owner);
  }
  return owners;
}

/** The creators that others take ids from, each after those that it takes ids from itself. */
function creationOrder(members: ReadonlyArray<EndpointFacts>): ReadonlyArray<string> {
  const byId = new Map(members.map((facts) => [facts.endpoint.id, facts]));
  const order = new Set<string>();
  const visited = new Set<string>();
  const visit = (creator: string): void => {
    if (visited.has(creator)) return;
    visited.add(creator);
    const facts = byId.get(creator);
    for (const needed of facts ? creatorsOf(facts) : []) visit(needed);
    order.add(creator);
  };
  for (const facts of members) for (const creator of creatorsOf(facts)) visit(creator);
  return [...order];
}

/** An endpoint's owner, the owner's owner, and so on. */
function chainOf({ endpoint }: EndpointFacts, owners: ReadonlyMap<string, string>): ReadonlyArray<string> {
  const chain: string[] = [];
  for (let up = owners.get(endpoint.id); up !== undefined && !chain.includes(up); up = owners.get(up)) chain.push(up);
  return chain;
}

function creatorsOf({ endpoint }: EndpointFacts): ReadonlyArray<string> {
  return endpoint.params.flatMap(({ source }) => (source.kind === "created" ? [source.by] : []));
}
