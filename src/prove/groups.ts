import { siteKey } from "../mock/fault-sites.ts";
import type { Case, Group, Plan } from "../plan/model.ts";

/** A body of more than this takes as long as all the rest of a group. */
const heavyBytes = 1_000_000;

/** The groups with a case of one of these endpoints: the others cannot see it. The short ones first, bursts last. */
export function touchedGroups({ groups }: Plan, keys: ReadonlySet<string>): ReadonlyArray<Group> {
  const touched = groups.filter(({ cases }) => cases.some(({ endpoint }) => keys.has(siteKey(endpoint))));
  const costOf = ({ kind, cases }: Group) => (kind === "burst" ? Number.POSITIVE_INFINITY : cases.length);
  return touched.toSorted((left, right) => costOf(left) - costOf(right));
}

/** The group without its heavy cases, to be tried first; nothing where it has none, or where others need them. */
export function lightPart(group: Group): ReadonlyArray<Group> {
  const heavy = new Set(group.cases.filter(isHeavy).map(({ id }) => id));
  const isNeeded = group.cases.some(({ needs }) => needs.some((id) => heavy.has(id)));
  if (heavy.size === 0 || isNeeded) return [];
  return [{ ...group, cases: group.cases.filter(({ id }) => !heavy.has(id)) }];
}

function isHeavy({ before }: Case): boolean {
  if (before?.kind !== "fill") return false;
  return before.values.some(({ text, times }) => text.length * times > heavyBytes);
}
