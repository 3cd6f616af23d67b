import { type RuleId, rules } from "../../http/rules.ts";
import { type CaseSpec, endpointSpec, sentCase } from "../case.ts";
import type { RuleCheck } from "../check-choice.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { happyId, producersOf } from "../happy-cases.ts";
import type { Case, CaseId, CaseRequest } from "../model.ts";
import { ruleLevel } from "../rule-level.ts";

/** What a relation adds to a plan: notes for the case that it is about, and cases that come after it. */
export interface Relation {
  readonly notes: NonNullable<Case["notes"]>;
  readonly cases: ReadonlyArray<Case>;
}

export const noRelation: Relation = { notes: [], cases: [] };

/** What is said of a relation's case. */
export interface RelationSpec {
  readonly about: string;
  readonly key: string;
  /** The first of them is what it is sent for: where that is off, there is no case. */
  readonly checks: readonly [RuleCheck, ...RuleCheck[]];
  readonly needs?: ReadonlyArray<CaseId>;
  readonly spoiledBy?: ReadonlyArray<CaseId>;
  readonly rest?: CaseSpec["rest"];
}

/** A check of a rule that stands in the table as `plan`. */
export function relationCheck(rule: RuleId, view: object): RuleCheck {
  return { rule, title: rules[rule].title, view };
}

/**
 * A case that is sent for what an earlier one answered, or none where its rule is off. It has the checks of its rules only:
 * whatever else there is to say of such a response its own case has said.
 */
export function relationCase(
  facts: EndpointFacts,
  request: CaseRequest,
  { scope, ...relation }: RelationSpec & { readonly scope: Scope },
): ReadonlyArray<Case> {
  const { endpoint, happy } = facts;
  const [lead] = relation.checks;
  if (happy === undefined || !isOn(lead.rule, facts, scope)) return [];
  const control = happyId(facts);
  const { why, source } = rules[lead.rule];
  const spec: CaseSpec = {
    ...endpointSpec(endpoint, scope.manifest),
    about: relation.about,
    key: relation.key,
    expected: happy.codes,
    // What another request leads to has a code of its own, which says nothing of the endpoint's.
    origin: request.path.startsWith("/") ? "implied" : "support",
    why,
    source,
    span: happy.span,
    needs: relation.needs ?? [...producersOf(endpoint, scope), ...(control === undefined ? [] : [control])],
    extra: relation.checks,
    ...(relation.rest && { rest: relation.rest }),
  };
  const one = sentCase(spec, request);
  const own = new Set<RuleId>(["wire-response-received", ...relation.checks.map(({ rule }) => rule)]);
  const checks = one.checks.filter(({ rule }) => own.has(rule));
  return [{ ...one, checks, ...(relation.spoiledBy && { spoiledBy: relation.spoiledBy }) }];
}

/** A case with checks that compare it with an earlier one. */
export function withChecks(
  one: Case,
  found: ReadonlyArray<RuleCheck>,
  { facts, scope }: { readonly facts: EndpointFacts; readonly scope: Scope },
): Case {
  const checks = [...one.checks];
  for (const check of found) {
    const level = levelOf(check.rule, facts, scope);
    if (level !== "off") checks.push({ ...check, id: check.id ?? check.rule, level });
  }
  return { ...one, checks };
}

/** The cases with notes in the first one. */
export function withNotes(cases: ReadonlyArray<Case>, notes: Relation["notes"]): ReadonlyArray<Case> {
  if (notes.length === 0) return cases;
  return cases.map((one, index) => (index === 0 ? { ...one, notes: [...(one.notes ?? []), ...notes] } : one));
}

/** Whether a rule is checked at an endpoint. */
export function isOn(rule: RuleId, facts: EndpointFacts, scope: Scope): boolean {
  return levelOf(rule, facts, scope) !== "off";
}

/** A GET of a URL that an earlier response gave, in the manner of a request of the endpoint. */
export function requestTo(url: string, like: CaseRequest): CaseRequest {
  const { body: _, ...rest } = like;
  const headers = like.headers.filter(([name]) => !/^content-|^if-/i.test(name));
  return { ...rest, method: "GET", path: `{{${url}}}`, query: [], headers };
}

function levelOf(rule: RuleId, { endpoint }: EndpointFacts, { manifest }: Scope) {
  return ruleLevel(rule, { manifest, rules: endpoint.rules });
}
