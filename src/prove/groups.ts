import { siteKey } from "../mock/fault-sites.ts";
import type { Case, Group, Plan } from "../plan/model.ts";
import { selectPlan } from "../plan/select.ts";

/** A body of more than this takes as long as all the rest of a group. */
const heavyBytes = 1_000_000;

/**
 * Where a fault may be seen, in the order in which to look: the groups with a case of one of these endpoints, the short ones
 * first, bursts last; of each the cases of those endpoints, with what they need, and then all of it. The others cannot see it.
 */
export function placesToLook(plan: Plan, keys: ReadonlySet<string>): ReadonlyArray<ReadonlyArray<Group>> {
  const isOwn = ({ endpoint }: Case) => keys.has(siteKey(endpoint));
  const costOf = ({ kind, cases }: Group) => (kind === "burst" ? Number.POSITIVE_INFINITY : cases.length);
  const touched = plan.groups.filter(({ cases }) => cases.some(isOwn));
  return touched
    .toSorted((left, right) => costOf(left) - costOf(right))
    .map((group) => [...ownPart(plan, group, isOwn), group]);
}

/** The part of a group that is about some of its cases; nothing where that is hardly less. */
function ownPart(plan: Plan, group: Group, isOwn: (one: Case) => boolean): ReadonlyArray<Group> {
  const isWanted = (one: Case) => isOwn(one) && !isHeavy(one);
  const part = selectPlan({ ...plan, groups: [group] }, { only: isWanted }).groups[0];
  const isLess = part !== undefined && (part.cases.length < group.cases.length * 0.7 || group.cases.some(isHeavy));
  return isLess ? [part] : [];
}

function isHeavy({ before }: Case): boolean {
  if (before?.kind !== "fill") return false;
  return before.values.some(({ text, times }) => text.length * times > heavyBytes);
}
