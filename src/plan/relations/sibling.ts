import { endpointSpec, sentCase } from "../case.ts";
import { toleratedOnly } from "../deletion.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest, happyId, leftovers, producersOf, thingOf } from "../happy-cases.ts";
import { shapeOf } from "../items.ts";
import type { Case } from "../model.ts";
import { otherGoneVariable } from "../names.ts";
import { isSuccess, patternOf } from "../pattern.ts";
import { isOn, relationCase, relationCheck, withNotes } from "./relation-case.ts";

/** Cases before the DELETE of an item. */
export interface Sibling {
  /** The create once more. */
  readonly created: ReadonlyArray<Case>;
  /** The DELETE of what that has created, and of all others beside the first one. */
  readonly deleted: ReadonlyArray<Case>;
  /** After it: the first one is still there. */
  readonly reread: ReadonlyArray<Case>;
}

/** Who creates, shows and deletes an item. */
interface Kin {
  readonly creator: EndpointFacts;
  readonly reader: EndpointFacts;
  readonly deleter: EndpointFacts;
}

/** A second item, whose DELETE must leave the first one alone. `deleted` is that DELETE: of all but the first. */
export function siblingRelation(
  { creator, reader, deleter }: Partial<Kin> & Pick<Kin, "creator">,
  deleted: ReadonlyArray<Case>,
  scope: Scope,
): Sibling {
  const noSibling = { created: [], deleted, reread: [] };
  if (reader === undefined || deleter === undefined || deleted.length === 0) return noSibling;
  if (!isOn("delete-takes-one", reader, scope) || !mayHaveSiblings({ creator, reader, deleter }, scope)) {
    return noSibling;
  }
  const gone = otherGoneVariable(creator.endpoint.id);
  const created = secondCreate(creator, gone, scope);
  const control = happyId(reader);
  const reread = relationCase(reader, controlRequest(reader, scope.manifest), {
    scope,
    about: `still there after another ${thingOf(creator.endpoint)} was deleted`,
    key: "after another was deleted",
    checks: [relationCheck("delete-takes-one", { again: `${gone}_again` })],
    needs: [
      ...producersOf(reader.endpoint, scope),
      ...(control === undefined ? [] : [control]),
      ...[created, ...deleted].map(({ id }) => id),
    ],
    rest: { before: { kind: "follow", url: gone } },
  });
  return {
    created: [created],
    deleted: withNotes(deleted, [{ name: "other-gone", variable: gone, on: ["2xx"] }]),
    reread,
  };
}

function mayHaveSiblings({ creator, reader, deleter }: Kin, { manifest }: Scope): boolean {
  const { endpoint, happy } = creator;
  const home = `${shapeOf(endpoint.path)}/{}`;
  const isAtHome = [reader, deleter].every((facts) => facts.happy && shapeOf(facts.endpoint.path) === home);
  if (!isAtHome || endpoint.method !== "POST") return false;
  // What is only promised may not be there yet.
  if (happy === undefined || !isSuccess(happy.codes) || happy.codes.codes.includes(202)) return false;
  const isNewEachTime = JSON.stringify(controlRequest(creator, manifest).body ?? "").includes("{{$");
  return isNewEachTime || !endpoint.expect.some(({ codes }) => codes.codes.includes(409));
}

/** Whoever allows only one of its kind refuses it, or gives the first one again: then there is nothing to look at. */
function secondCreate(creator: EndpointFacts, gone: string, { manifest }: Scope): Case {
  const { endpoint } = creator;
  const thing = thingOf(endpoint);
  const control = happyId(creator);
  const spec = {
    ...endpointSpec(endpoint, manifest),
    about: `for another ${thing}`,
    key: "sibling",
    expected: patternOf("2xx|3xx|4xx"),
    origin: "support" as const,
    why: `the DELETE of one ${thing} must leave another alone, and here it is, where the API allows two`,
    source: "RFC 9110, 9.3.5",
    span: endpoint.span,
    needs: control === undefined ? [] : [control],
    rest: { ...leftovers(creator), notes: [{ name: "sibling" as const, variable: gone }] },
  };
  return toleratedOnly(sentCase(spec, controlRequest(creator, manifest)));
}
