import type { Case, Plan } from "./model.ts";

/** The ids of the cases that a plan has and another had not, or not so; where they stand in the manifest is all the same. */
export function changedCases(before: Plan, after: Plan): ReadonlySet<string> {
  const [old, now] = [before, after].map(rulesOf);
  const known = new Map(casesOf(before).map((one) => [one.id, print(one)]));
  // The rules of every response are all cases' rules.
  const isChanged = (one: Case) => old !== now || known.get(one.id) !== print(one);
  return new Set(casesOf(after).flatMap((one) => (isChanged(one) ? [one.id] : [])));
}

function casesOf({ groups }: Plan): ReadonlyArray<Case> {
  return groups.flatMap(({ cases }) => cases);
}

function rulesOf({ every, suiteLevels }: Plan): string {
  return JSON.stringify([every, suiteLevels]);
}

function print(one: Case): string {
  return JSON.stringify({ ...one, span: undefined });
}
