import { methods } from "../http/methods.ts";
import { afterDelete, afterRereads, cleanup, deletedOthers, spoilable } from "./deletion.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import type { Family } from "./family.ts";
import { happyCases } from "./happy-cases.ts";
import { inLifeOrder } from "./life-order.ts";
import { casesIn } from "./lone-cases.ts";
import type { Case } from "./model.ts";
import { negativeCases, type Phase } from "./negative-cases.ts";
import { placeCases } from "./place-cases.ts";
import { readBack, readCases } from "./read-back.ts";
import { headsAfterGets } from "./relations/head.ts";
import { comparedWithBefore, listBefore } from "./relations/list.ts";
import { locationRelation, withOwnLocation } from "./relations/location.ts";
import { refusedCreates } from "./relations/refused-creates.ts";
import { isRefused, refusedWrites, stillThere } from "./relations/refused-writes.ts";
import { relatedCases } from "./relations/related-cases.ts";
import { isOn, withNotes } from "./relations/relation-case.ts";
import { seenNote } from "./relations/seen.ts";
import { siblingRelation } from "./relations/sibling.ts";
import { updateRelations } from "./relations/update.ts";
import { type Resource, resourceOf } from "./resource.ts";

/** A resource between its create and its end. */
interface Life extends Resource {
  readonly creator: EndpointFacts;
  /** Shows an item. */
  readonly reader: EndpointFacts | undefined;
  readonly deletes: ReadonlyArray<EndpointFacts>;
  readonly updates: ReadonlyArray<EndpointFacts>;
  readonly scope: Scope;
  readonly family: Family;
  /** The cases of an endpoint that can be sent then. */
  readonly negatives: (phase: Phase, facts: EndpointFacts) => ReadonlyArray<Case>;
}

/** The cases of a resource: its list, create, read, refused updates, update, what lies below it, negatives, the end of all others, delete, read again, clean up. */
export function lifecycleCases(creator: EndpointFacts, family: Family, scope: Scope): ReadonlyArray<Case> {
  const life = lifeOf(creator, family, scope);
  const [refused, accepted] = itemRefusals(life);
  const { early, late } = refusedCreates(
    creator,
    { early: life.negatives("fresh", creator), late: life.negatives("any", creator) },
    scope,
  );
  return [
    ...listBefore(creator, scope),
    ...createCases(creator, life.reader, scope),
    ...readPhase(life),
    ...early,
    ...(life.reader === undefined ? [] : refusedWrites(refused, life.reader, scope)),
    ...updatePhase(life),
    ...inLifeOrder(life.attached).flatMap((facts) => placeCases([facts], scope)),
    ...life.below.flatMap((facts) => lifecycleCases(facts, family, scope)),
    ...late,
    ...refusalPhase(life),
    ...accepted,
    ...endPhase(life),
  ];
}

function lifeOf(creator: EndpointFacts, family: Family, scope: Scope): Life {
  const resource = resourceOf(creator, family);
  const { collection, items } = resource;
  const deletes = items.filter(({ itemOf, endpoint }) => itemOf !== undefined && endpoint.method === "DELETE");
  const all = [creator, ...collection, ...items];
  const negatives = new Map(all.map((facts) => [facts, negativeCases(facts, scope)]));
  return {
    ...resource,
    creator,
    reader: items.find(({ itemOf, endpoint }) => itemOf !== undefined && endpoint.method === "GET"),
    deletes,
    updates: items.filter((facts) => !isSafe(facts) && !deletes.includes(facts)),
    scope,
    family,
    negatives: (phase, facts) => casesIn(phase, negatives.get(facts), { facts, scope }),
  };
}

function readPhase({ creator, reader, collection, items, negatives, scope }: Life): ReadonlyArray<Case> {
  return headsAfterGets([...collection, ...items].filter(isSafe)).flatMap((facts) => [
    ...comparedWithBefore(relatedCases(facts, readCases(facts, { creator, reader, scope }), scope), {
      list: facts,
      creator,
      scope,
    }),
    ...negatives("fresh", facts),
  ]);
}

/** The negatives of the updates of an item: those that leave it alone, where a read can tell, and the others. */
function itemRefusals({ reader, updates, negatives, scope }: Life): readonly [Case[], Case[]] {
  const refused: Case[] = [];
  const accepted: Case[] = [];
  const isCompared = reader !== undefined && isOn("failed-write-no-effect", reader, scope);
  for (const facts of updates) {
    for (const one of negatives("any", facts)) {
      const isLeft = isCompared && facts.itemOf === reader.itemOf && isRefused(one);
      (isLeft ? refused : accepted).push(one);
    }
  }
  return [refused, accepted];
}

function updatePhase({ collection, updates, reader, negatives, scope }: Life): ReadonlyArray<Case> {
  return [...collection.filter((facts) => !isSafe(facts)), ...updates].flatMap((facts) => {
    const shown = readBack(facts, reader, scope);
    return [
      ...relatedCases(facts, withNotes(happyCases(facts, scope), seenNote(facts)), scope),
      ...(reader === undefined ? shown : updateRelations(shown, { update: facts, reader, scope })),
      ...negatives("fresh", facts),
    ];
  });
}

function refusalPhase({ collection, items, updates, deletes, negatives }: Life): ReadonlyArray<Case> {
  const others = [...collection, ...items].filter((facts) => !updates.includes(facts) && !deletes.includes(facts));
  return others.flatMap((facts) => negatives("any", facts));
}

function endPhase({ creator, collection, items, deletes, reader, negatives, scope }: Life): ReadonlyArray<Case> {
  const refused = deletes.flatMap((facts) => [...negatives("fresh", facts), ...negatives("any", facts)]);
  const all = [creator, ...collection, ...items];
  const [deleter] = deletes;
  const others = deletedOthers(creator, deleter, scope);
  const sibling = siblingRelation({ creator, ...(reader && { reader }), ...(deleter && { deleter }) }, others, scope);
  return [
    ...sibling.created,
    ...sibling.deleted,
    ...sibling.reread,
    ...afterRereads(
      spoilable(
        [...refused, ...(reader === undefined ? [] : stillThere(refused, reader, scope))],
        deletes.flatMap((facts) => relatedCases(facts, happyCases(facts, scope), scope)),
      ),
      sibling.reread,
    ),
    ...all.flatMap((facts) => afterDelete(negatives("after-delete", facts), deletes)),
    ...cleanup(creator, deleter, scope),
  ];
}

/** The happy cases of a creator, what they lead to, and its Location. */
function createCases(creator: EndpointFacts, reader: EndpointFacts | undefined, scope: Scope): ReadonlyArray<Case> {
  const location = locationRelation(creator, reader, scope);
  const noted = withNotes(happyCases(creator, scope), [...location.notes, ...seenNote(creator)]);
  const cases = withOwnLocation(noted, { facts: creator, reader, scope });
  return [...relatedCases(creator, cases, scope), ...location.cases];
}

function isSafe({ endpoint }: EndpointFacts): boolean {
  return methods[endpoint.method as keyof typeof methods]?.isSafe ?? false;
}
