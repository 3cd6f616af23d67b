import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import { ledToVariable, seenVariable } from "../names.ts";
import { guardOf } from "../pattern.ts";
import { noRelation, type Relation, relationCase, relationCheck, requestTo } from "./relation-case.ts";

/** The next page of a list, where the answer has a link to one. */
export function nextPage(facts: EndpointFacts, scope: Scope): Relation {
  const { endpoint, happy, itemOf } = facts;
  // An item has no pages.
  if (happy === undefined || itemOf !== undefined) return noRelation;
  const url = ledToVariable(endpoint.id, "next");
  const cases = relationCase(facts, requestTo(url, controlRequest(facts, scope.manifest)), {
    scope,
    about: "on the next page",
    key: "next page",
    checks: [
      relationCheck("link-pagination", {}),
      relationCheck("pagination-no-overlap", { seen: seenVariable(endpoint.id) }),
    ],
    rest: { before: { kind: "follow", url } },
  });
  if (cases.length === 0) return noRelation;
  return { notes: [{ name: "next-page", variable: url, on: guardOf(happy.codes) }], cases };
}
