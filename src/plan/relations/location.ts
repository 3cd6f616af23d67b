import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest, happyId } from "../happy-cases.ts";
import type { Case } from "../model.ts";
import { ledToVariable } from "../names.ts";
import { noRelation, type Relation, relationCase, relationCheck, requestTo, withChecks } from "./relation-case.ts";

/**
 * The Location of a create is read as it is: the path of the manifest may lead to the item where Location does not. Without a
 * GET of the item nobody has promised that it can be read.
 */
export function locationRelation(creator: EndpointFacts, reader: EndpointFacts | undefined, scope: Scope): Relation {
  const { endpoint, happy } = creator;
  const id = happyId(creator);
  if (reader?.happy === undefined || id === undefined || !happy?.codes.codes.includes(201)) return noRelation;
  const url = ledToVariable(endpoint.id, "location");
  const cases = relationCase(reader, requestTo(url, controlRequest(reader, scope.manifest)), {
    scope,
    about: `at the Location that ${endpoint.id} gave`,
    key: `location of ${endpoint.id}`,
    checks: [relationCheck("201-location-resolves", { again: `${url}_again` })],
    needs: [id],
    rest: { before: { kind: "follow", url } },
  });
  if (cases.length === 0) return noRelation;
  return { notes: [{ name: "location", variable: url, on: [201] }], cases };
}

/**
 * Where the items of a collection lie below it, the collection is not what was created. Elsewhere it may be: a POST that
 * creates the one thing at its own path (RFC 9110, 15.3.2).
 */
export function withOwnLocation(
  cases: ReadonlyArray<Case>,
  {
    facts,
    reader,
    scope,
  }: { readonly facts: EndpointFacts; readonly reader: EndpointFacts | undefined; readonly scope: Scope },
): ReadonlyArray<Case> {
  const { endpoint, happy } = facts;
  const below = reader?.endpoint.path.slice(endpoint.path.length) ?? "";
  const isBelow = reader?.endpoint.path.startsWith(endpoint.path) && /^\/\{[^/]+\}$/.test(below);
  if (!isBelow || !happy?.codes.codes.includes(201) || scope.manifest.profile === "minimal") return cases;
  const check = { ...relationCheck("201-location-resolves", { again: null }), on: [201] };
  return cases.map((one, index) => (index === 0 && one.request ? withChecks(one, [check], { facts, scope }) : one));
}
