import type { Expectation } from "../manifest/model.ts";
import { obstacleTo } from "./body-change.ts";
import { endpointSpec, reasonOf, sentCase, unprovenCase } from "./case.ts";
import { applyChange } from "./change.ts";
import type { EndpointFacts, Scope } from "./facts.ts";
import { controlRequest, happyId } from "./happy-cases.ts";
import type { Case, Group } from "./model.ts";
import { limitCases } from "./relations/limit.ts";
import { withReadNotes } from "./relations/seen.ts";

/** The bursts of the suite, one after the other, in a group of their own. */
export function burstGroup(scope: Scope): Group {
  const cases: Case[] = [];
  for (const facts of scope.facts.values()) {
    for (const entry of facts.endpoint.expect) {
      if (entry.burst === undefined) continue;
      const burst = burstCase(facts, { entry, count: entry.burst, scope });
      cases.push(...(burst.request === undefined ? [burst] : limitCases(burst, facts, scope)));
    }
  }
  return { name: "Rate limits (run last)", kind: "burst", cases: withReadNotes(cases) };
}

function burstCase(
  facts: EndpointFacts,
  { entry, count, scope }: { readonly entry: Expectation; readonly count: number; readonly scope: Scope },
): Case {
  const { endpoint } = facts;
  const control = happyId(facts);
  const spec = {
    ...endpointSpec(endpoint, scope.manifest),
    about: entry.name ?? `after ${count} requests at once`,
    key: `burst of ${count}`,
    expected: entry.codes,
    origin: "declared" as const,
    ...reasonOf(entry.codes),
    span: entry.span,
    needs: control === undefined ? [] : [control],
    expectation: entry,
    rest: { before: { kind: "burst" as const, count, answers: null } },
  };
  if (endpoint.params.some(({ source }) => source.kind === "created")) {
    return unprovenCase(spec, "a burst runs alone, when what the suite created is gone: give the id with `path:`");
  }
  if (facts.creates !== undefined && facts.isCleanedUp) {
    return unprovenCase(spec, "a burst of creates cannot be cleaned up: burst a GET, or use `when`");
  }
  const request = controlRequest(facts, scope.manifest);
  if (entry.when === undefined) return sentCase(spec, request);
  const obstacle = obstacleTo(request, entry.when);
  if (obstacle !== undefined) return unprovenCase(spec, obstacle);
  return sentCase(spec, applyChange(request, entry.when, endpoint, scope.manifest));
}
