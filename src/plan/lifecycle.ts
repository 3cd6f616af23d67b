import { methods } from "../http/methods.ts";
import { endpointSpec, reasonOf, sentCase } from "./case.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import { happyBase, happyCases, happyId, keepsCheck, producersOf, thingOf } from "./happy-cases.ts";
import type { Case } from "./model.ts";
import { leftoversVariable, sentVariable } from "./names.ts";
import { negativeCases, type Phase, type PhasedCase } from "./negative-cases.ts";
import { guardOf, patternOf } from "./pattern.ts";
import { fillPath } from "./request.ts";

/** The endpoints of one resource: what creates it, the collection it is in, the items, and what lies below them. */
interface Resource {
  readonly creator: EndpointFacts;
  /** Share the creator's path. */
  readonly collection: ReadonlyArray<EndpointFacts>;
  /** Take their last created id from the creator. */
  readonly items: ReadonlyArray<EndpointFacts>;
}

/** The cases of a resource: create, read, update, what lies below it, negatives, delete, read again, clean up. */
export function lifecycleCases(
  creator: EndpointFacts,
  group: ReadonlyArray<EndpointFacts>,
  scope: Scope,
): ReadonlyArray<Case> {
  const resource = resourceOf(creator, group);
  const items = resource.items.filter(({ creates }) => creates === undefined);
  const below = resource.items.filter(({ creates }) => creates !== undefined);
  const reads = [...resource.collection, ...items].filter(isSafe);
  const deletes = items.filter(({ itemOf, endpoint }) => itemOf !== undefined && endpoint.method === "DELETE");
  const updates = items.filter((facts) => !isSafe(facts) && !deletes.includes(facts));
  const all = [creator, ...resource.collection, ...items];
  const negatives = new Map(all.map((facts) => [facts, negativeCases(facts, scope)]));
  const reader = items.find(({ itemOf, endpoint }) => itemOf !== undefined && endpoint.method === "GET");
  return [
    ...happyCases(creator, scope),
    ...inPhase("fresh", negatives.get(creator)),
    ...reads.flatMap((facts) => [
      ...readCases(facts, { creator, reader, scope }),
      ...inPhase("fresh", negatives.get(facts)),
    ]),
    ...[...resource.collection.filter((facts) => !isSafe(facts)), ...updates].flatMap((facts) => [
      ...happyCases(facts, scope),
      ...readBack(facts, reader, scope),
    ]),
    ...below.flatMap((facts) => lifecycleCases(facts, group, scope)),
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
  return [...happyCases(facts, scope), ...inPhase("fresh", negatives), ...inPhase("any", negatives)];
}

/** The creator whose resource an endpoint belongs to: of its last created id; itself where it creates without one. */
export function ownerOf(facts: EndpointFacts): string | undefined {
  const created = facts.endpoint.params.filter(({ source }) => source.kind === "created").at(-1);
  return created?.source.kind === "created" ? created.source.by : undefined;
}

function resourceOf(creator: EndpointFacts, group: ReadonlyArray<EndpointFacts>): Resource {
  const owner = ownerOf(creator);
  return {
    creator,
    collection: group.filter(
      (facts) => facts !== creator && facts.endpoint.path === creator.endpoint.path && ownerOf(facts) === owner,
    ),
    items: group.filter((facts) => ownerOf(facts) === creator.endpoint.id && !isSharedWithBelow(facts, group)),
  };
}

/** `GET /books/{id}/reviews` is listed with `POST /books/{id}/reviews`, as its collection. */
function isSharedWithBelow(facts: EndpointFacts, group: ReadonlyArray<EndpointFacts>): boolean {
  return group.some(
    (other) => other !== facts && other.creates !== undefined && other.endpoint.path === facts.endpoint.path,
  );
}

function isSafe({ endpoint }: EndpointFacts): boolean {
  return methods[endpoint.method as keyof typeof methods]?.isSafe ?? false;
}

function inPhase(phase: Phase, cases: ReadonlyArray<PhasedCase> | undefined): ReadonlyArray<Case> {
  return (cases ?? []).filter((entry) => entry.phase === phase).map((entry) => entry.case);
}

interface ReadContext {
  readonly creator: EndpointFacts;
  readonly reader: EndpointFacts | undefined;
  readonly scope: Scope;
}

/** The item's own GET compares with what the creator sent: the read-back of the create. */
function readCases(facts: EndpointFacts, { creator, reader, scope }: ReadContext): ReadonlyArray<Case> {
  const cases = happyCases(facts, scope);
  const [first, ...others] = cases;
  if (facts !== reader || first === undefined || creator.endpoint.body?.kind !== "json") return cases;
  if (scope.manifest.profile === "minimal" || first.checks.some(({ rule }) => rule === "body-keeps-what-was-sent"))
    return cases;
  const rebuilt = readBackCase(creator, facts, { scope, about: `returns what was created`, key: "" });
  return [{ ...rebuilt, origin: "declared" }, ...others];
}

/** A GET that shows what a PUT or PATCH has changed. */
function readBack(update: EndpointFacts, reader: EndpointFacts | undefined, scope: Scope): ReadonlyArray<Case> {
  const { endpoint } = update;
  const isUpdate = endpoint.method === "PUT" || endpoint.method === "PATCH";
  if (!isUpdate || update.itemOf === undefined || endpoint.body?.kind !== "json") return [];
  if (reader?.happy === undefined || update.happy === undefined || scope.manifest.profile === "minimal") return [];
  return [
    readBackCase(update, reader, {
      scope,
      about: `shows what ${endpoint.method} changed`,
      key: `after ${endpoint.method}`,
    }),
  ];
}

function readBackCase(
  writer: EndpointFacts,
  reader: EndpointFacts,
  { scope, about, key }: { readonly scope: Scope; readonly about: string; readonly key: string },
): Case {
  const { endpoint, happy } = reader;
  if (happy === undefined) throw new Error(`${endpoint.id} has no happy case`);
  const [own] = happyCases(reader, scope);
  const get = writer.creates?.get ?? scope.facts.get(reader.itemOf ?? "")?.creates?.get;
  const written = happyId(writer);
  const spec = {
    ...endpointSpec(endpoint, scope.manifest),
    about: happy.name ?? about,
    key,
    expected: happy.codes,
    origin: "implied" as const,
    ...reasonOf(happy.codes),
    span: happy.span,
    needs: [...producersOf(endpoint, scope), ...(written === undefined ? [] : [written])],
    expectation: happy,
    extra: [
      ...(own?.checks.filter(({ rule }) => rule.startsWith("capture-")) ?? []),
      keepsCheck("the body has what was sent", sentVariable(writer.endpoint.id), { on: guardOf(happy.codes), get }),
    ],
  };
  return sentCase(spec, happyBase(reader, scope.manifest));
}

/** A DELETE that should have been refused and was not leaves nothing for the next ones to delete. */
function spoilable(refused: ReadonlyArray<Case>, happy: ReadonlyArray<Case>): ReadonlyArray<Case> {
  const path = happy[0]?.request?.path;
  const spoilers: string[] = [];
  const cases: Case[] = [];
  for (const one of [...refused, ...happy]) {
    cases.push(spoilers.length === 0 ? one : { ...one, spoiledBy: [...spoilers] });
    // A DELETE of an unknown id leaves this one alone.
    if (one.request?.path === path) spoilers.push(one.id);
  }
  return cases;
}

/** They prove something only if the DELETE was carried out. */
function afterDelete(cases: ReadonlyArray<Case>, deletes: ReadonlyArray<EndpointFacts>): ReadonlyArray<Case> {
  const [deleter] = deletes;
  const id = deleter && happyId(deleter);
  if (id === undefined) return cases;
  return cases.map((one) => ({ ...one, needs: [...new Set([...one.needs, id])] }));
}

/** Deletes what is left: all of it where the happy DELETE failed, and what a create made that should have been refused. */
function cleanup(creator: EndpointFacts, deleter: EndpointFacts | undefined, scope: Scope): ReadonlyArray<Case> {
  if (deleter === undefined) return [];
  const { endpoint } = deleter;
  const left = leftoversVariable(creator.endpoint.id);
  const id = `${left}_id`;
  const last = endpoint.params.at(-1);
  const spec = {
    ...endpointSpec(endpoint, scope.manifest),
    about: "cleans up what is left",
    key: "clean-up",
    expected: patternOf("2xx|404|410"),
    origin: "support" as const,
    why: `every ${thingOf(creator.endpoint)} that the suite creates is deleted in the end`,
    source: "the manifest: what a suite creates it deletes",
    span: endpoint.span,
    needs: [],
    rest: { before: { kind: "cleanup" as const, leftovers: left, id } },
  };
  const path = fillPath(endpoint, last === undefined ? {} : { [last.name]: `{{${id}}}` });
  return [sentCase(spec, { ...happyBase(deleter, scope.manifest), path })];
}
