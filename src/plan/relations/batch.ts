import type { EndpointFacts, Scope } from "../facts.ts";
import type { Case } from "../model.ts";
import { relationCheck, withChecks } from "./relation-case.ts";

/** Of a batch that a `when` spoils in part, some item must say so. */
export function comparedItems(facts: EndpointFacts, cases: ReadonlyArray<Case>, scope: Scope): ReadonlyArray<Case> {
  const spoiled = facts.endpoint.expect.filter(
    ({ codes, when }) => codes.codes.includes(207) && (when?.body !== undefined || when?.rawBody !== undefined),
  );
  const check = { ...relationCheck("207-mixed-distinguishable", {}), on: [207] };
  return cases.map((one) => {
    const isSpoiled =
      one.request !== undefined && one.edge === undefined && spoiled.some(({ span }) => span === one.span);
    return isSpoiled ? withChecks(one, [check], { facts, scope }) : one;
  });
}
