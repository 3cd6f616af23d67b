import type { EndpointFacts, Scope } from "../facts.ts";
import type { Case } from "../model.ts";
import { comparedWithGet } from "./head.ts";
import { jobRelation } from "./job.ts";
import { redirectRelation } from "./redirect.ts";
import { withNotes } from "./relation-case.ts";
import { rereadRelation } from "./reread.ts";

/** The happy cases of an endpoint, and what they lead to. */
export function relatedCases(facts: EndpointFacts, happy: ReadonlyArray<Case>, scope: Scope): ReadonlyArray<Case> {
  if (happy[0]?.request === undefined) return happy;
  const relations = [redirectRelation, jobRelation, rereadRelation].map((relate) => relate(facts, scope));
  const cases = comparedWithGet(facts, happy, scope);
  return [
    ...withNotes(
      cases,
      relations.flatMap(({ notes }) => notes),
    ),
    ...relations.flatMap((relation) => relation.cases),
  ];
}
