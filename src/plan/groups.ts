import type { EndpointFacts, Scope } from "./facts.ts";
import { familyOf } from "./family.ts";
import { inLifeOrder } from "./life-order.ts";
import { lifecycleCases } from "./lifecycle.ts";
import type { Case, Group } from "./model.ts";
import { resourceOf } from "./names.ts";
import { placeCases, placesOf } from "./place-cases.ts";
import { headsAfterGets } from "./relations/head.ts";
import { withReadNotes } from "./relations/seen.ts";
import { isInCollection } from "./resource.ts";

/**
 * Endpoints grouped by resource: those below the same fixed path, and those that take ids from one another. Groups share
 * nothing, so they can run at the same time.
 */
export function resourceGroups(scope: Scope): ReadonlyArray<Group> {
  const members = new Map<string, EndpointFacts[]>();
  const rootOf = joinResources(scope);
  for (const facts of scope.facts.values()) {
    const root = rootOf(resourceOf(facts.endpoint.path));
    const group = members.get(root);
    if (group === undefined) members.set(root, [facts]);
    else group.push(facts);
  }
  const shared = sharedPrefix([...members.keys()]);
  return [...members].map(([root, group]) => ({
    name: root.slice(shared.length) || root,
    kind: "resource" as const,
    cases: groupCases(group, scope),
  }));
}

function groupCases(group: ReadonlyArray<EndpointFacts>, scope: Scope): ReadonlyArray<Case> {
  const cases: Case[] = [];
  const family = familyOf(group);
  const ordered = headsAfterGets(inLifeOrder(group));
  const places = placesOf(ordered);
  for (const facts of ordered) {
    if (family.owners.has(facts.endpoint.id)) continue;
    if (facts.creates !== undefined) cases.push(...lifecycleCases(facts, family, scope));
    else if (!isInCollection(facts, group)) {
      const place = places.get(facts) ?? [facts];
      if (place[0] === facts) cases.push(...placeCases(place, scope));
    }
  }
  return withReadNotes(cases);
}

/** Union-find over resources: a resource joins the one that its ids come from. */
function joinResources({ facts }: Scope): (resource: string) => string {
  const parent = new Map<string, string>();
  const find = (resource: string): string => {
    const up = parent.get(resource);
    return up === undefined ? resource : find(up);
  };
  for (const { endpoint } of facts.values()) {
    for (const { source } of endpoint.params) {
      const creator = source.kind === "created" ? facts.get(source.by) : undefined;
      if (creator === undefined) continue;
      const [from, to] = [find(resourceOf(endpoint.path)), find(resourceOf(creator.endpoint.path))];
      if (from !== to) parent.set(from, to);
    }
  }
  return find;
}

/** `api/v1/` where every resource starts with it: it tells nothing apart. */
function sharedPrefix(names: ReadonlyArray<string>): string {
  const [first = "", ...others] = names;
  const segments = first.split("/").slice(0, -1);
  while (segments.length > 0) {
    const prefix = `${segments.join("/")}/`;
    if (others.every((name) => name.startsWith(prefix))) return others.length === 0 ? "" : prefix;
    segments.pop();
  }
  return "";
}
