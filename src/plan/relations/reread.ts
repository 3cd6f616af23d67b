import type { RuleCheck } from "../check-choice.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import type { Case, CaseRequest } from "../model.ts";
import { seenVariable } from "../names.ts";
import { isSuccess } from "../pattern.ts";
import { impliedHead } from "./head.ts";
import { nextPage } from "./page.ts";
import { noRelation, type Relation, relationCase, relationCheck, withChecks } from "./relation-case.ts";
import { seenNote, writtenFields } from "./seen.ts";
import { isSharedList } from "./shared.ts";

/** What was read is read again: for a validator that it does not have, with HEAD, and its next page. */
export function rereadRelation(facts: EndpointFacts, scope: Scope): Relation {
  const { endpoint, happy } = facts;
  if (endpoint.method !== "GET" || happy === undefined || !isSuccess(happy.codes)) return noRelation;
  const page = nextPage(facts, scope);
  return {
    notes: [...seenNote(facts), ...page.notes],
    cases: [...impliedHead(facts, scope), ...otherValidator(facts, scope), ...page.cases],
  };
}

function otherValidator(facts: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const { endpoint } = facts;
  const seen = seenVariable(endpoint.id);
  const isConditional = endpoint.expect.some(({ codes, when }) => codes.codes.includes(304) && when === undefined);
  const compared = [
    relationCheck("get-safe-no-change", { seen }),
    relationCheck("etag-stable-when-unchanged", { seen }),
  ];
  const unchanged = isSharedList(facts, scope) ? [] : compared;
  const [lead, ...others] = isConditional ? [relationCheck("304-only-for-current", {}), ...unchanged] : unchanged;
  if (lead === undefined) return [];
  return relationCase(facts, withOtherValidator(controlRequest(facts, scope.manifest)), {
    scope,
    about: "for another validator than its own",
    key: "other validator",
    checks: [lead, ...others],
  });
}

function withOtherValidator(request: CaseRequest): CaseRequest {
  const kept = request.headers.filter(([name]) => !/^if-/i.test(name));
  const headers = [...kept, ["If-None-Match", '"newmanifest-other"'] as const];
  // Newman's own `Cache-Control: no-cache` asks for the whole answer whatever the validator.
  return { ...request, headers, omittedHeaders: ["cache-control"] };
}

/** The refusals and parts of a read, compared with what the read itself saw. */
export function comparedWithSeen(facts: EndpointFacts, cases: ReadonlyArray<Case>, scope: Scope): ReadonlyArray<Case> {
  const { endpoint, happy } = facts;
  if (endpoint.method !== "GET" || happy === undefined || !isSuccess(happy.codes)) return cases;
  return cases.map((one) => {
    const checks = one.request?.method === "GET" ? seenChecks(one, facts, scope) : [];
    return checks.length === 0 ? one : withChecks(one, checks, { facts, scope });
  });
}

function seenChecks({ expected }: Case, { endpoint, itemOf }: EndpointFacts, scope: Scope): ReadonlyArray<RuleCheck> {
  const seen = seenVariable(endpoint.id);
  const [code] = expected.codes;
  if (expected.codes.length === 0) return [];
  if (code === 304) return [{ ...relationCheck("304-headers-match-200", { seen }), on: [304] }];
  if (code === 206) {
    const rules = ["206-bytes-equal-slice", "206-total-equals-full-length"] as const;
    return rules.map((rule) => ({ ...relationCheck(rule, { seen }), on: [206] }));
  }
  const { fields, at } = writtenFields(itemOf, scope);
  if (itemOf === undefined || fields.length === 0 || !expected.codes.includes(401)) return [];
  return [{ ...relationCheck("401-no-resource-data", { seen, fields, at }), on: [401] }];
}
