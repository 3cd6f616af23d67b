import { isObject } from "../../manifest/json-object.ts";
import type { EndpointFacts, Scope } from "../facts.ts";
import { controlRequest, happyCases, happyId, producersOf } from "../happy-cases.ts";
import { shapeOf } from "../items.ts";
import type { Case } from "../model.ts";
import { beforeVariable } from "../names.ts";
import { guardOf, isSuccess } from "../pattern.ts";
import { relationCase, relationCheck, withChecks } from "./relation-case.ts";
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
  if (list?.happy === undefined || parent?.happy?.codes.codes.includes(202)) return [];
  const shown = parent && readerOf(parent, scope);
  // Its own happy case comes later, and shows all the same whether the list can be read at all.
  const controls = [shown, list].flatMap((facts) => (facts && happyId(facts)) ?? []);
  return relationCase(list, controlRequest(list, scope.manifest), {
    scope,
    about: "before the first is created",
    key: "before the create",
    checks: [relationCheck("list-empty-is-found", {})],
    needs: [...producersOf(list.endpoint, scope), ...controls],
    rest: { notes: [{ name: "seen", variable: beforeVariable(list.endpoint.id), on: guardOf(list.happy.codes) }] },
  });
}

/** The happy cases of a list, compared with how long it was before the creates: those are all that has come between. */
export function comparedWithBefore(
  cases: ReadonlyArray<Case>,
  { list, creator, scope }: { readonly list: EndpointFacts; readonly creator: EndpointFacts; readonly scope: Scope },
): ReadonlyArray<Case> {
  const grown = list === listOf(creator, scope) ? growthOf(creator, scope) : undefined;
  if (grown === undefined || isSharedList(list, scope)) return cases;
  const check = relationCheck("create-adds-one", grown);
  return cases.map((one, index) =>
    index === 0 && one.request ? withChecks(one, [check], { facts: list, scope }) : one,
  );
}

/** What a list was seen to answer before the creates, and how many entries those make at most; nothing where that is not known. */
export function growthOf(
  creator: EndpointFacts,
  scope: Scope,
): { readonly before: string; readonly most: number } | undefined {
  const { body } = creator.endpoint;
  // A batch makes as many as it likes.
  const isBatch = body?.kind === "json" && !isObject(body.value);
  const [read] = isBatch ? [] : listBefore(creator, scope);
  return read && { before: beforeVariable(read.endpoint), most: happyCases(creator, scope).length };
}

/** Who created what the list is nested below. */
function parentOf({ endpoint }: EndpointFacts, { facts }: Scope): EndpointFacts | undefined {
  const source = endpoint.params.at(-1)?.source;
  return source?.kind === "created" ? facts.get(source.by) : undefined;
}

function readerOf({ endpoint }: EndpointFacts, { facts }: Scope): EndpointFacts | undefined {
  return [...facts.values()].find((one) => one.itemOf === endpoint.id && one.endpoint.method === "GET");
}
