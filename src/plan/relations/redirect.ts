import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import type { CaseBody, CaseRequest } from "../model.ts";
import { ledToVariable } from "../names.ts";
import { guardOf, isRedirect } from "../pattern.ts";
import { noRelation, type Relation, relationCase, relationCheck, requestTo } from "./relation-case.ts";

const safe = ["GET", "HEAD", "OPTIONS"];

/** What a redirect leads to is asked for as the redirect says; a permanent one is asked for once more. */
export function redirectRelation(facts: EndpointFacts, scope: Scope): Relation {
  const { endpoint, happy } = facts;
  if (happy === undefined || !isRedirect(happy.codes)) return noRelation;
  const url = ledToVariable(endpoint.id, "location");
  const request = controlRequest(facts, scope.manifest);
  const isKept = happy.codes.codes.every((code) => code === 307 || code === 308) && !safe.includes(endpoint.method);
  const isPermanent = happy.codes.codes.every((code) => code === 301 || code === 308);
  const cases = [
    ...(isKept ? keptCase(facts, scope, { url, request }) : targetCase(facts, scope, { url, request })),
    ...(isPermanent && safe.includes(endpoint.method) ? stableCase(facts, scope, { url, request }) : []),
  ];
  if (cases.length === 0) return noRelation;
  return { notes: [{ name: "location", variable: url, on: guardOf(happy.codes) }], cases };
}

interface Redirect {
  readonly url: string;
  readonly request: CaseRequest;
}

function targetCase(facts: EndpointFacts, scope: Scope, { url, request }: Redirect) {
  const { codes } = facts.happy?.codes ?? { codes: [] };
  const resolves = relationCheck("3xx-target-resolves", {});
  const readable = relationCheck("303-followup-get", {});
  return relationCase(facts, requestTo(url, request), {
    scope,
    about: "leads to something that is there",
    key: "target",
    checks: codes.length > 0 && codes.every((code) => code === 303) ? [readable, resolves] : [resolves],
    rest: { before: { kind: "follow", url } },
  });
}

/** What the method does must not be done: a body that breaks off is refused by whoever takes the method. */
function keptCase(facts: EndpointFacts, scope: Scope, { url, request }: Redirect) {
  if (request.body?.kind !== "text" || !request.body.isJson) return [];
  const body: CaseBody = { kind: "text", text: "{", isJson: true };
  const headers = request.headers.filter(([name]) => !/^if-/i.test(name));
  const sent: CaseRequest = { ...request, path: `{{${url}}}`, query: [], headers, body };
  return relationCase(facts, sent, {
    scope,
    about: `leads to something that takes ${request.method} as well`,
    key: "target",
    checks: [relationCheck("307-308-method-preserved", {}), relationCheck("3xx-target-resolves", {})],
    rest: { before: { kind: "follow", url } },
  });
}

function stableCase(facts: EndpointFacts, scope: Scope, { url, request }: Redirect) {
  const codes = facts.happy?.codes.codes ?? [];
  return relationCase(facts, request, {
    scope,
    about: "the same the next time",
    key: "again",
    checks: [relationCheck("permanent-redirect-stable", { codes, url })],
  });
}
