import type { Case, Plan } from "./model.ts";

/** The ids of the cases that plans have and others had not, or not so; where they stand in the manifest is all the same. */
export function changedCases(before: ReadonlyArray<Plan>, after: ReadonlyArray<Plan>): ReadonlySet<string> {
  const [old, now] = [before, after].map((plans) => JSON.stringify(plans.map(rulesOf)));
  const known = new Map(before.flatMap(casesOf).map((one) => [one.id, print(one)]));
  // The rules of every response are all cases' rules.
  const isChanged = (one: Case) => old !== now || known.get(one.id) !== print(one);
  return new Set(after.flatMap(casesOf).flatMap((one) => (isChanged(one) ? [one.id] : [])));
}

function casesOf({ groups }: Plan): ReadonlyArray<Case> {
  return groups.flatMap(({ cases }) => cases);
}

function rulesOf({ every, suiteLevels }: Plan): unknown {
  return [every, suiteLevels];
}

function print(one: Case): string {
  return JSON.stringify({ ...one, span: undefined });
}
