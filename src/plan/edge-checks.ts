import { rules } from "../http/rules.ts";
import type { Auth, Manifest } from "../manifest/model.ts";
import type { EdgeRequest } from "./changes/change.ts";
import type { RuleCheck } from "./check-choice.ts";
import type { EdgeUse } from "./edge-cases.ts";
import type { EndpointFacts } from "./facts.ts";
import { unknownField } from "./fields/unknown-field.ts";
import { keepsCheck } from "./happy-cases.ts";
import { errorShape } from "./manifest-checks.ts";
import { meets } from "./needs.ts";
import { fits, guardOf } from "./pattern.ts";

/** The checks that speak of the very change an edge makes. */
export function edgeChecks(
  use: EdgeUse,
  { facts, sent, manifest }: { readonly facts: EndpointFacts; readonly sent: EdgeRequest; readonly manifest: Manifest },
): ReadonlyArray<RuleCheck> {
  const { change } = use.edge;
  if (change.kind === "credentials") return schemeCheck(facts, manifest);
  if (change.kind === "method" && fits(use.expected, 405)) return [allowCheck(facts)];
  if (use.id === "ec-route-unknown") return routeCheck(manifest);
  if (use.id === "ec-uni-multibyte") return keptCheck(facts);
  if (use.id === "ec-field-unknown-extra" && meets("closed-body", facts)) return unknownFieldCheck(facts);
  return sent.field === undefined ? [] : fieldCheck(use, sent.field);
}

/** Where it is taken, it comes back as it was sent, and not as question marks. */
function keptCheck({ creates, happy }: EndpointFacts): ReadonlyArray<RuleCheck> {
  if (creates === undefined || happy === undefined) return [];
  return [keepsCheck("the body has what was sent", null, { on: guardOf(happy.codes), get: creates.get })];
}

/** No more than a warning: a gateway may answer for routes that the API has never heard of. */
function routeCheck({ defaults: { errors } }: Manifest): ReadonlyArray<RuleCheck> {
  return errors === undefined ? [] : [{ rule: "route-unknown-error-shape", ...errorShape(errors), on: ["4xx"] }];
}

/** Only of what is created or updated: whoever else says what it was sent has kept nothing. */
function unknownFieldCheck({ endpoint, creates, itemOf, shownBy, happy }: EndpointFacts): ReadonlyArray<RuleCheck> {
  const isUpdate = ["PUT", "PATCH"].includes(endpoint.method) && (itemOf !== undefined || shownBy !== undefined);
  if (happy === undefined || (creates === undefined && !isUpdate)) return [];
  const rule = "unknown-field-not-kept";
  const view = { ...unknownField, at: creates?.get?.slice(0, -1) ?? [] };
  return [{ rule, title: rules[rule].title, on: guardOf(happy.codes), view }];
}

const schemes: Readonly<Partial<Record<Auth["kind"], string>>> = { bearer: "Bearer", basic: "Basic", digest: "Digest" };

function schemeCheck({ endpoint }: EndpointFacts, { identities }: Manifest): ReadonlyArray<RuleCheck> {
  const identity = identities.find(({ name }) => name === endpoint.identity);
  const scheme = identity && schemes[identity.auth.kind];
  if (scheme === undefined) return [];
  const rule = "401-challenge-matches-declared-scheme";
  return [{ rule, title: rules[rule].title, on: [401], view: { scheme } }];
}

function allowCheck({ workingMethods }: EndpointFacts): RuleCheck {
  const rule = "405-allow-includes-declared";
  return { rule, title: rules[rule].title, on: [405], view: { methods: workingMethods } };
}

/** Only where every right answer is about the field: one that is taken as it is names nothing. */
function fieldCheck({ expected }: EdgeUse, field: string): ReadonlyArray<RuleCheck> {
  const on = expected.codes.filter((code) => code === 400 || code === 422);
  if (expected.classes.length > 0 || on.length !== expected.codes.length) return [];
  return [{ rule: "400-field-details", title: `the error names ${field}`, on, view: { field } }];
}
