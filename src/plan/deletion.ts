import { type CaseSpec, endpointSpec, sentCase } from "./case.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import { controlRequest, happyId, producersOf, thingOf } from "./happy-cases.ts";
import type { Case } from "./model.ts";
import { idVariable, leftoversVariable } from "./names.ts";
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

/** They prove nothing where one of these reads saw that what they work on is gone. */
export function afterRereads(cases: ReadonlyArray<Case>, rereads: ReadonlyArray<Case>): ReadonlyArray<Case> {
  if (rereads.length === 0) return cases;
  const seen = rereads.map(({ id }) => id);
  return cases.map((one) => ({ ...one, spoiledBy: [...seen, ...(one.spoiledBy ?? [])] }));
}

/** They prove something only if the DELETE was carried out. */
export function afterDelete(cases: ReadonlyArray<Case>, deletes: ReadonlyArray<EndpointFacts>): ReadonlyArray<Case> {
  const [deleter] = deletes;
  const id = deleter && happyId(deleter);
  if (id === undefined) return cases;
  return cases.map((one) => ({ ...one, needs: [...new Set([...one.needs, id])] }));
}

/** A new one of these may take the place of the old one, and what ends one may end all. */
const successors = /session|log-?in|token|key|secret|code|challenge|lock|lease/i;

/**
 * Deletes what the suite has created beside the first one, before the happy DELETE of that: an API may keep the default card
 * for as long as there are others. What is refused is left to the clean-up.
 */
export function deletedOthers(
  creator: EndpointFacts,
  deleter: EndpointFacts | undefined,
  scope: Scope,
): ReadonlyArray<Case> {
  const { endpoint, creates } = creator;
  const thing = thingOf(endpoint);
  // What is only promised to go may be in the way of the next DELETE.
  if (creates === undefined || !deleter?.isDeletable || successors.test(thing)) return [];
  const control = happyId(deleter);
  const leftovers = leftoversVariable(endpoint.id);
  const first = idVariable(endpoint.id, creates.get);
  const one = deleteOfLeft(creator, deleter, {
    scope,
    about: `for every other ${thing}`,
    key: "others",
    expected: patternOf("2xx|3xx|4xx"),
    why: `an API may keep one ${thing} for as long as there are others, whose DELETE must leave it alone`,
    source: "RFC 9110, 9.3.5",
    needs: [...producersOf(deleter.endpoint, scope), ...(control === undefined ? [] : [control])],
    rest: {
      before: { kind: "others", leftovers, first, id: `${leftovers}_id` },
      leftovers: { variable: leftovers, note: "deleted" },
    },
  });
  return [toleratedOnly(one)];
}

/** Deletes what is left: all of it where the happy DELETE failed, and what a create made that should have been refused. */
export function cleanup(creator: EndpointFacts, deleter: EndpointFacts | undefined, scope: Scope): ReadonlyArray<Case> {
  if (deleter === undefined) return [];
  const leftovers = leftoversVariable(creator.endpoint.id);
  const one = deleteOfLeft(creator, deleter, {
    scope,
    about: "cleans up what is left",
    key: "clean-up",
    expected: patternOf("2xx|404|410"),
    why: `every ${thingOf(creator.endpoint)} that the suite creates is deleted in the end`,
    source: "the manifest: what a suite creates it deletes",
    needs: [],
    rest: { before: { kind: "cleanup", leftovers, id: `${leftovers}_id` } },
  });
  return [one];
}

type LeftSpec = Pick<CaseSpec, "about" | "key" | "expected" | "why" | "source" | "needs" | "rest">;

/** The DELETE of the one whose id its script takes from what is left. */
function deleteOfLeft(
  creator: EndpointFacts,
  deleter: EndpointFacts,
  { scope, ...own }: LeftSpec & { readonly scope: Scope },
): Case {
  const { endpoint } = deleter;
  const last = endpoint.params.at(-1);
  const id = `${leftoversVariable(creator.endpoint.id)}_id`;
  const path = fillPath(endpoint, last === undefined ? {} : { [last.name]: `{{${id}}}` });
  const spec = { ...endpointSpec(endpoint, scope.manifest), ...own, origin: "support" as const, span: endpoint.span };
  return sentCase(spec, { ...controlRequest(deleter, scope.manifest), path });
}

/** A request of the suite's own may be refused; whatever else there is to say of the answer the happy case says. */
export function toleratedOnly(one: Case): Case {
  const own = ["wire-response-received", "status-not-5xx"];
  return { ...one, checks: one.checks.filter(({ rule }) => own.includes(rule)) };
}
