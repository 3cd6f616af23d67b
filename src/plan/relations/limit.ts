import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import type { Case } from "../model.ts";
import { answersVariable, retryAfterVariable } from "../names.ts";
import { fits } from "../pattern.ts";
import { isOn, relationCase, relationCheck, withChecks, withNotes } from "./relation-case.ts";

/** Longer than this nobody waits for the end of a limit. */
const longestWaitSeconds = 5;

/** A burst, compared with the answers of its other requests, and the same request once more when its limit is over. */
export function limitCases(burst: Case, facts: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const { before } = burst;
  if (before?.kind !== "burst" || !fits(burst.expected, 429)) return [burst];
  const answers = answersVariable(facts.endpoint.id);
  const rules = (["429-not-500-503", "ratelimit-remaining-decreases"] as const).filter((rule) =>
    isOn(rule, facts, scope),
  );
  const checks = rules.map((rule) => relationCheck(rule, { answers }));
  const noted = rules.length === 0 ? burst : { ...burst, before: { ...before, answers } };
  const compared = withChecks(noted, checks, { facts, scope });
  const seconds = retryAfterVariable(facts.endpoint.id);
  const notes = [{ name: "retry-after", variable: seconds, on: [429] }] as const;
  return [...withNotes([compared], notes), ...afterLimit(burst, facts, { scope, seconds })];
}

function afterLimit(
  burst: Case,
  facts: EndpointFacts,
  { scope, seconds }: { readonly scope: Scope; readonly seconds: string },
): ReadonlyArray<Case> {
  return relationCase(facts, controlRequest(facts, scope.manifest), {
    scope,
    about: "when Retry-After is over",
    key: "after the burst",
    checks: [relationCheck("429-clears-after-window", {})],
    needs: [burst.id],
    rest: { before: { kind: "wait", seconds, most: longestWaitSeconds } },
  });
}
