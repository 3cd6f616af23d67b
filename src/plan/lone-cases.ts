import type { EndpointFacts, Scope } from "./facts.ts";
import { happyCases } from "./happy-cases.ts";
import type { Case } from "./model.ts";
import { negativeCases, type Phase, type PhasedCase } from "./negative-cases.ts";
import { comparedItems } from "./relations/batch.ts";
import { relatedCases } from "./relations/related-cases.ts";
import { comparedWithSeen } from "./relations/reread.ts";

/** The cases of an endpoint that belongs to no created resource, by when they can be sent. */
export interface LoneCases {
  readonly happy: ReadonlyArray<Case>;
  readonly fresh: ReadonlyArray<Case>;
  readonly any: ReadonlyArray<Case>;
  readonly afterDelete: ReadonlyArray<Case>;
}

/** The happy cases of a lone endpoint with what they lead to, and its negatives. */
export function loneCasesOf(facts: EndpointFacts, scope: Scope): LoneCases {
  const negatives = negativeCases(facts, scope);
  const at = (phase: Phase) => casesIn(phase, negatives, { facts, scope });
  return {
    happy: relatedCases(facts, happyCases(facts, scope), scope),
    fresh: at("fresh"),
    any: at("any"),
    afterDelete: at("after-delete"),
  };
}

/** The cases of a phase, compared with what the endpoint's own happy case saw. */
export function casesIn(
  phase: Phase,
  cases: ReadonlyArray<PhasedCase> | undefined,
  { facts, scope }: { readonly facts: EndpointFacts; readonly scope: Scope },
): ReadonlyArray<Case> {
  const own = (cases ?? []).filter((entry) => entry.phase === phase).map((entry) => entry.case);
  return comparedItems(facts, comparedWithSeen(facts, own, scope), scope);
}
