import { methods } from "../http/methods.ts";
import { afterDelete, spoilable } from "./deletion.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import { loneCasesOf } from "./lone-cases.ts";
import type { Case } from "./model.ts";
import { placeOf } from "./places.ts";
import { readBack } from "./read-back.ts";

/**
 * The cases of lone endpoints, in the order of their lives. At a place where a GET shows what is there: the writes, each read
 * back, and the reads; then the negatives of the writes, since one that is accepted changes what a read would find; then the
 * DELETE, and the reads after it.
 */
export function placeCases(place: ReadonlyArray<EndpointFacts>, scope: Scope): ReadonlyArray<Case> {
  const members = place.map((facts) => ({ facts, ...loneCasesOf(facts, scope) }));
  const isDelete = ({ facts }: (typeof members)[number]) => facts.endpoint.method === "DELETE";
  const open = members.filter((one) => !isDelete(one));
  const deletes = members.filter(isDelete);
  return [
    ...open.flatMap(({ facts, happy, fresh, any }) => [
      ...happy,
      ...readBack(facts, scope.facts.get(facts.shownBy ?? ""), scope),
      ...fresh,
      ...(isSafe(facts) ? any : []),
    ]),
    ...open.flatMap(({ facts, any }) => (isSafe(facts) ? [] : any)),
    // Once it is gone, a DELETE is refused for that reason.
    ...deletes.flatMap(({ facts, happy, fresh, any }) =>
      facts.endpoint.params.length > 0 ? spoilable([...fresh, ...any], happy) : [...happy, ...fresh, ...any],
    ),
    ...open.flatMap((one) => afterDelete(one.afterDelete, deletersOf(one.facts, scope))),
  ];
}

/** Member -> all that stand at its place, where a read shows what is written or taken away there. */
export function placesOf(
  members: ReadonlyArray<EndpointFacts>,
): ReadonlyMap<EndpointFacts, ReadonlyArray<EndpointFacts>> {
  const places = new Map<string, EndpointFacts[]>();
  for (const facts of members) {
    const key = placeOf(facts.endpoint);
    places.set(key, [...(places.get(key) ?? []), facts]);
  }
  const linked = [...places.values()].filter((place) =>
    place.some(({ shownBy, deletedBy }) => (shownBy ?? deletedBy) !== undefined),
  );
  return new Map(linked.flatMap((place) => place.map((facts) => [facts, place])));
}

function deletersOf({ deletedBy }: EndpointFacts, { facts }: Scope): ReadonlyArray<EndpointFacts> {
  const deleter = facts.get(deletedBy ?? "");
  return deleter === undefined ? [] : [deleter];
}

function isSafe({ endpoint }: EndpointFacts): boolean {
  return methods[endpoint.method as keyof typeof methods]?.isSafe ?? false;
}
