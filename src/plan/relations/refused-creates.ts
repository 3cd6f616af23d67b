import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest } from "../happy-cases.ts";
import type { Case } from "../model.ts";
import { seenVariable } from "../names.ts";
import { isSuccess } from "../pattern.ts";
import { isRefused } from "./refused-writes.ts";
import { relationCase, relationCheck } from "./relation-case.ts";

/** Refused creates, and after them a read of the list: it is as long as before. */
export function refusedCreates(creator: EndpointFacts, cases: ReadonlyArray<Case>, scope: Scope): ReadonlyArray<Case> {
  const { path } = creator.endpoint;
  const list = scope.facts.get(`GET ${path}`);
  const refused = cases.filter(isRefused);
  if (!list?.happy || !isSuccess(list.happy.codes) || refused.length === 0 || isUsedByFlow(path, scope)) return cases;
  const reread = relationCase(list, controlRequest(list, scope.manifest), {
    scope,
    about: "as long as before the refused creates",
    key: "after refused creates",
    checks: [relationCheck("failed-create-adds-nothing", { seen: seenVariable(list.endpoint.id) })],
    spoiledBy: refused.map(({ id }) => id),
  });
  if (reread.length === 0) return cases;
  return [...refused, ...reread, ...cases.filter((one) => !refused.includes(one))];
}

/** Flows run at the same time, and may add to the list. */
function isUsedByFlow(path: string, { manifest }: Scope): boolean {
  return manifest.flows.some(({ steps }) => steps.some((step) => step.path === path && step.method !== "GET"));
}
