import { methods } from "../http/methods.ts";
import { afterDelete, cleanup, spoilable } from "./deletion.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import type { Family } from "./family.ts";
import { happyCases } from "./happy-cases.ts";
import { hasOwnLife, inLifeOrder } from "./life-order.ts";
import type { Case } from "./model.ts";
import { negativeCases, type Phase, type PhasedCase } from "./negative-cases.ts";
import { readBack, readCases } from "./read-back.ts";

/** The endpoints of one resource. */
interface Resource {
  /** Share the creator's path. */
  readonly collection: ReadonlyArray<EndpointFacts>;
  /** Need its item. */
  readonly items: ReadonlyArray<EndpointFacts>;
  /** Need its item, and are made and taken away by their path alone: `PUT /users/{user}/roles/{role}`. */
  readonly attached: ReadonlyArray<EndpointFacts>;
  /** Creators that need its item. */
  readonly below: ReadonlyArray<EndpointFacts>;
}

/** The cases of a resource: create, read, update, what lies below it, negatives, delete, read again, clean up. */
export function lifecycleCases(creator: EndpointFacts, family: Family, scope: Scope): ReadonlyArray<Case> {
  const { collection, items, attached, below } = resourceOf(creator, family);
  const reads = [...collection, ...items].filter(isSafe);
  const deletes = items.filter(({ itemOf, endpoint }) => itemOf !== undefined && endpoint.method === "DELETE");
  const updates = items.filter((facts) => !isSafe(facts) && !deletes.includes(facts));
  const all = [creator, ...collection, ...items];
  const negatives = new Map(all.map((facts) => [facts, negativeCases(facts, scope)]));
  const reader = items.find(({ itemOf, endpoint }) => itemOf !== undefined && endpoint.method === "GET");
  return [
    ...happyCases(creator, scope),
    ...inPhase("fresh", negatives.get(creator)),
    ...reads.flatMap((facts) => [
      ...readCases(facts, { creator, reader, scope }),
      ...inPhase("fresh", negatives.get(facts)),
    ]),
    ...[...collection.filter((facts) => !isSafe(facts)), ...updates].flatMap((facts) => [
      ...happyCases(facts, scope),
      ...readBack(facts, reader, scope),
    ]),
    ...inLifeOrder(attached).flatMap((facts) => loneCases(facts, scope)),
    ...below.flatMap((facts) => lifecycleCases(facts, family, scope)),
    ...all.filter((facts) => !deletes.includes(facts)).flatMap((facts) => inPhase("any", negatives.get(facts))),
    ...spoilable(
      deletes.flatMap((facts) => inPhase("any", negatives.get(facts))),
      deletes.flatMap((facts) => happyCases(facts, scope)),
    ),
    ...all.flatMap((facts) => afterDelete(inPhase("after-delete", negatives.get(facts)), deletes)),
    ...cleanup(creator, deletes[0], scope),
  ];
}

/** The cases of an endpoint that belongs to no created resource. */
export function loneCases(facts: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const negatives = negativeCases(facts, scope);
  const happy = happyCases(facts, scope);
  const { method, params } = facts.endpoint;
  // Once it is gone, a DELETE is refused for that reason.
  if (method === "DELETE" && params.length > 0) return spoilable(inPhase("any", negatives), happy);
  return [...happy, ...inPhase("fresh", negatives), ...inPhase("any", negatives)];
}

function resourceOf(creator: EndpointFacts, { members, owners }: Family): Resource {
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

function isSafe({ endpoint }: EndpointFacts): boolean {
  return methods[endpoint.method as keyof typeof methods]?.isSafe ?? false;
}

function inPhase(phase: Phase, cases: ReadonlyArray<PhasedCase> | undefined): ReadonlyArray<Case> {
  return (cases ?? []).filter((entry) => entry.phase === phase).map((entry) => entry.case);
}
