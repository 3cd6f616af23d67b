import type { RuleCheck } from "../check-choice.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import type { Case } from "../model.ts";
import { seenVariable } from "../names.ts";
import { relationCase, relationCheck, withChecks } from "./relation-case.ts";
import { isSharedList } from "./shared.ts";

/** HEAD of what was just read with GET, where the profile is thorough and the manifest does not declare HEAD itself. */
export function impliedHead(facts: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const { endpoint } = facts;
  if (scope.manifest.profile !== "thorough" || scope.facts.has(`HEAD ${endpoint.path}`)) return [];
  return relationCase(
    facts,
    { ...controlRequest(facts, scope.manifest), method: "HEAD" },
    { scope, about: "for HEAD as well", key: "head", checks: headChecks(facts, { scope, isImplied: true }) },
  );
}

/** The cases of a declared HEAD, compared with the GET of its path. */
export function comparedWithGet(facts: EndpointFacts, cases: ReadonlyArray<Case>, scope: Scope): ReadonlyArray<Case> {
  const { endpoint } = facts;
  const get = scope.facts.get(`GET ${endpoint.path}`);
  if (endpoint.method !== "HEAD" || get?.happy === undefined) return cases;
  const checks = headChecks(get, { scope, isImplied: false });
  return cases.map((one, index) =>
    index === 0 && one.request !== undefined ? withChecks(one, checks, { facts, scope }) : one,
  );
}

/** Each HEAD right behind the GET that it is compared with. */
export function headsAfterGets(members: ReadonlyArray<EndpointFacts>): ReadonlyArray<EndpointFacts> {
  const heads = new Map<string, EndpointFacts>();
  for (const facts of members) if (facts.endpoint.method === "HEAD") heads.set(facts.endpoint.path, facts);
  const gets = new Set(
    members.filter(({ endpoint }) => endpoint.method === "GET").map(({ endpoint }) => endpoint.path),
  );
  return members.flatMap((facts) => {
    const { method, path } = facts.endpoint;
    const head = heads.get(path);
    if (method === "GET" && head !== undefined) return [facts, head];
    return method === "HEAD" && gets.has(path) ? [] : [facts];
  });
}

function headChecks(
  get: EndpointFacts,
  { scope, isImplied }: { readonly scope: Scope; readonly isImplied: boolean },
): readonly [RuleCheck, ...RuleCheck[]] {
  const seen = seenVariable(get.endpoint.id);
  const status = relationCheck("head-equals-get-status", { seen, isImplied });
  if (isSharedList(get, scope)) return [status];
  return [
    status,
    relationCheck("head-equals-get-headers", { seen }),
    relationCheck("head-content-length-correct", { seen }),
  ];
}
