import { endpointSpec, sentCase } from "../case.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest, happyId, leftovers, producersOf, thingOf } from "../happy-cases.ts";
import { shapeOf } from "../items.ts";
import type { Case, Note } from "../model.ts";
import { idVariable, siblingVariable } from "../names.ts";
import { guardOf, isSuccess, patternOf } from "../pattern.ts";
import { fillPath } from "../request.ts";
import { isOn, relationCase, relationCheck } from "./relation-case.ts";

/** Cases around the DELETE of an item. */
export interface Sibling {
  /** Before it: the create once more. */
  readonly created: ReadonlyArray<Case>;
  /** After it: what that has created is still there. */
  readonly reread: ReadonlyArray<Case>;
}

/** Who creates, shows and deletes an item. */
interface Kin {
  readonly creator: EndpointFacts;
  readonly reader: EndpointFacts;
  readonly deleter: EndpointFacts;
}

const noSibling: Sibling = { created: [], reread: [] };

/** A second item that the DELETE of the first one must leave alone. */
export function siblingRelation(kin: Partial<Kin> & Pick<Kin, "creator">, scope: Scope): Sibling {
  const { creator, reader, deleter } = kin;
  if (reader === undefined || deleter === undefined || !isOn("delete-takes-one", reader, scope)) return noSibling;
  if (!mayHaveSiblings({ creator, reader, deleter }, scope)) return noSibling;
  const created = secondCreate({ creator, reader }, scope);
  const id = siblingVariable(creator.endpoint.id);
  const last = reader.endpoint.params.at(-1)?.name ?? "";
  const path = fillPath(reader.endpoint, { [last]: `{{${id}}}` });
  const controls = [reader, deleter].flatMap((facts) => happyId(facts) ?? []);
  const reread = relationCase(
    reader,
    { ...controlRequest(reader, scope.manifest), path },
    {
      scope,
      about: `for another ${thingOf(creator.endpoint)} than the deleted one`,
      key: "after another was deleted",
      checks: [relationCheck("delete-takes-one", { again: `${id}_again` })],
      needs: [...producersOf(reader.endpoint, scope), ...controls, created.id],
      rest: { before: { kind: "follow", url: id } },
    },
  );
  return { created: [created], reread };
}

/** A new one of these may take the place of the old one. */
const successors = /session|log-?in|token|key|secret|code|challenge|lock|lease/i;

function mayHaveSiblings({ creator, reader, deleter }: Kin, { manifest }: Scope): boolean {
  const { endpoint, happy } = creator;
  const home = `${shapeOf(endpoint.path)}/{}`;
  const isAtHome = [reader, deleter].every((facts) => facts.happy && shapeOf(facts.endpoint.path) === home);
  if (!isAtHome || endpoint.method !== "POST" || successors.test(thingOf(endpoint))) return false;
  // What is only promised may not be there yet.
  if (happy === undefined || !isSuccess(happy.codes) || happy.codes.codes.includes(202)) return false;
  const isNewEachTime = JSON.stringify(controlRequest(creator, manifest).body ?? "").includes("{{$");
  return isNewEachTime || !endpoint.expect.some(({ codes }) => codes.codes.includes(409));
}

/** Whoever allows only one of its kind refuses it, or gives the first one again: then there is nothing to look at. */
function secondCreate({ creator, reader }: Pick<Kin, "creator" | "reader">, { manifest }: Scope): Case {
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
    rest: { ...leftovers(creator), notes: siblingNote(creator, reader) },
  };
  const one = sentCase(spec, controlRequest(creator, manifest));
  // Whatever else there is to say of such an answer the happy case has said.
  const own = ["wire-response-received", "status-not-5xx"];
  return { ...one, checks: one.checks.filter(({ rule }) => own.includes(rule)) };
}

function siblingNote({ endpoint, happy }: EndpointFacts, reader: EndpointFacts): ReadonlyArray<Note> {
  const source = reader.endpoint.params.at(-1)?.source;
  if (happy === undefined || source?.kind !== "created") return [];
  const { get } = source;
  const first = idVariable(endpoint.id, get);
  return [
    { name: "sibling", variable: siblingVariable(endpoint.id), on: guardOf(happy.codes), first, get: get ?? null },
  ];
}
