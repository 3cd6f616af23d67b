import { isObject } from "../../manifest/json-object.ts";
import type { JsonPath } from "../../manifest/model.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import type { Case, Note } from "../model.ts";
import { seenVariable } from "../names.ts";
import { guardOf } from "../pattern.ts";

/** Keeps what a read of the endpoint saw. */
export function seenNote({ endpoint, happy }: EndpointFacts): ReadonlyArray<Note> {
  if (happy === undefined) return [];
  return [{ name: "seen", variable: seenVariable(endpoint.id), on: guardOf(happy.codes) }];
}

/** The cases without notes that none of them reads. */
export function withReadNotes(cases: ReadonlyArray<Case>): ReadonlyArray<Case> {
  const read = new Set<string>();
  for (const one of cases) for (const variable of variablesOf(one)) read.add(variable);
  return cases.map((one) => {
    if (one.notes === undefined) return one;
    const { notes, ...rest } = one;
    const kept = notes.filter(({ variable }) => read.has(variable));
    return kept.length === 0 ? rest : { ...rest, notes: kept };
  });
}

function variablesOf({ checks, before }: Case): ReadonlyArray<string> {
  const views = [...checks.map(({ view }) => view), before ?? {}];
  return views.flatMap((view) => Object.values(view).filter((value) => typeof value === "string"));
}

/** Where the fields stand that the suite writes into an item, and which they are. */
export interface WrittenFields {
  readonly fields: ReadonlyArray<string>;
  readonly at: JsonPath;
}

/** Fields that a server gives values of its own, whatever it is sent. */
const serversOwn = /^_?(id|rev|revision|version|etag|status|state|progress|phase)$|^(created|updated|modified)/i;

/** The fields that a creator and the updates of its item send in JSON. */
export function writtenFields(creatorId: string | undefined, { facts }: Scope): WrittenFields {
  const { writers = [], get } = facts.get(creatorId ?? "")?.creates ?? {};
  const fields = new Set<string>();
  for (const { body } of writers) {
    if (body?.kind !== "json" || !isObject(body.value)) continue;
    for (const name of Object.keys(body.value)) if (!serversOwn.test(name)) fields.add(name);
  }
  // The id stands where the fields stand: `$.data.id` means that the resource is `$.data`.
  return { fields: [...fields], at: get?.slice(0, -1) ?? [] };
}
