import type { Plan } from "../../plan/model.ts";

/**
 * Case id -> its place in the whole plans, whatever of them is run: by it, shards become one run again, and the run of a part is put
 * beside one of all.
 */
export function placesOf(plans: ReadonlyArray<Plan>): ReadonlyMap<string, number> {
  const cases = plans.flatMap(({ groups }) => groups.flatMap((group) => group.cases));
  return new Map(cases.map(({ id }, place) => [id, place]));
}
