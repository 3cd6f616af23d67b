import { endpointSpec, sentCase } from "./case.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import { controlRequest, happyId, thingOf } from "./happy-cases.ts";
import type { Case } from "./model.ts";
import { leftoversVariable } from "./names.ts";
import { patternOf } from "./pattern.ts";
import { fillPath } from "./request.ts";

/** A DELETE that should have been refused and was not leaves nothing for the next ones to delete. */
export function spoilable(refused: ReadonlyArray<Case>, happy: ReadonlyArray<Case>): ReadonlyArray<Case> {
  const path = happy[0]?.request?.path;
  const spoilers: string[] = [];
  const cases: Case[] = [];
  for (const one of [...refused, ...happy]) {
    cases.push(spoilers.length === 0 ? one : { ...one, spoiledBy: [...spoilers] });
    // A DELETE of an unknown id leaves this one alone, and so does the GET in between.
    if (one.request?.path === path && one.request?.method !== "GET") spoilers.push(one.id);
  }
  return cases;
}

/** They prove something only if the DELETE was carried out. */
export function afterDelete(cases: ReadonlyArray<Case>, deletes: ReadonlyArray<EndpointFacts>): ReadonlyArray<Case> {
  const [deleter] = deletes;
  const id = deleter && happyId(deleter);
  if (id === undefined) return cases;
  return cases.map((one) => ({ ...one, needs: [...new Set([...one.needs, id])] }));
}

/** Deletes what is left: all of it where the happy DELETE failed, and what a create made that should have been refused. */
export function cleanup(creator: EndpointFacts, deleter: EndpointFacts | undefined, scope: Scope): ReadonlyArray<Case> {
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
  return [sentCase(spec, { ...controlRequest(deleter, scope.manifest), path })];
}
