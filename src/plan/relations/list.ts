import { isObject } from "../../manifest/json-object.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest, happyCases, happyId, producersOf } from "../happy-cases.ts";
import { shapeOf } from "../items.ts";
import type { Case } from "../model.ts";
import { seenVariable } from "../names.ts";
import { isSuccess } from "../pattern.ts";
import { relationCase, relationCheck, withChecks } from "./relation-case.ts";
import { seenNote } from "./seen.ts";
import { isSharedList } from "./shared.ts";

/**
 * The list that a creator adds to, where it can be read. Where no items lie below the path, its GET may show the one thing that
 * the POST makes, which is not there before.
 */
export function listOf({ endpoint }: EndpointFacts, scope: Scope): EndpointFacts | undefined {
  const list = scope.facts.get(`GET ${endpoint.path}`);
  if (list?.happy === undefined || !isSuccess(list.happy.codes) || list.happy.codes.codes.includes(202))
    return undefined;
  const home = `${shapeOf(endpoint.path)}/{}`;
  const all = [...scope.facts.values()];
  const hasItems = all.some(({ itemOf, endpoint: other }) => itemOf === endpoint.id && shapeOf(other.path) === home);
  const [happy] = happyCases(list, scope);
  return hasItems && happy?.request !== undefined ? list : undefined;
}

/** A read of the list before anything is created in it: it is there, and how long it is later reads are compared with. */
export function listBefore(creator: EndpointFacts, scope: Scope): ReadonlyArray<Case> {
  const list = listOf(creator, scope);
  const parent = list && parentOf(list, scope);
  // Of a parent that is only promised nothing is there yet.
  if (list === undefined || parent?.happy?.codes.codes.includes(202)) return [];
  const shown = parent && readerOf(parent, scope);
  const seenParent = shown && happyId(shown);
  return relationCase(list, controlRequest(list, scope.manifest), {
    scope,
    about: "before the first is created",
    key: "before the create",
    checks: [relationCheck("list-empty-is-found", {})],
    needs: [...producersOf(list.endpoint, scope), ...(seenParent === undefined ? [] : [seenParent])],
    rest: { notes: seenNote(list) },
  });
}

/** The happy cases of a list, compared with how long it was before the creates: those are all that has come between. */
export function comparedWithBefore(
  cases: ReadonlyArray<Case>,
  { list, creator, scope }: { readonly list: EndpointFacts; readonly creator: EndpointFacts; readonly scope: Scope },
): ReadonlyArray<Case> {
  const { body } = creator.endpoint;
  // A batch makes as many as it likes.
  const isBatch = body?.kind === "json" && !isObject(body.value);
  const isRead = list === listOf(creator, scope) && listBefore(creator, scope).length > 0;
  if (!isRead || isBatch || isSharedList(list, scope)) return cases;
  const most = happyCases(creator, scope).length;
  const check = relationCheck("create-adds-one", { seen: seenVariable(list.endpoint.id), most });
  return cases.map((one, index) =>
    index === 0 && one.request ? withChecks(one, [check], { facts: list, scope }) : one,
  );
}

/** Who created what the list is nested below. */
function parentOf({ endpoint }: EndpointFacts, { facts }: Scope): EndpointFacts | undefined {
  const source = endpoint.params.at(-1)?.source;
  return source?.kind === "created" ? facts.get(source.by) : undefined;
}

function readerOf({ endpoint }: EndpointFacts, { facts }: Scope): EndpointFacts | undefined {
  return [...facts.values()].find((one) => one.itemOf === endpoint.id && one.endpoint.method === "GET");
}
