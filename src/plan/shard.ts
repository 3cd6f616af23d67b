import { type Bundle, bundlesOf } from "./bundles.ts";
import type { Case, Plan } from "./model.ts";

/** One of several runs that share a plan among them. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/**
 * The part of a plan that is one shard's. Each case is in exactly one shard, with all that it needs; where there are more shards
 * than bundles of such cases, the last ones are empty. Every shard must be given the same plan and the same weights.
 */
export function shardPlan(plan: Plan, { index, of }: Shard, weightOf: (one: Case) => number = countSent): Plan {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(of) && 1 <= index && index <= of)) {
    throw new RangeError(`there is no shard ${index} of ${of}`);
  }
  const mine = new Set((dealt(bundlesOf(plan), of, weightOf)[index - 1] ?? []).flat());
  const groups = plan.groups.map((group) => ({ ...group, cases: group.cases.filter((one) => mine.has(one)) }));
  return { ...plan, groups: groups.filter(({ cases }) => cases.length > 0) };
}

/** What is not sent takes no time. */
function countSent({ request }: Case): number {
  return request === undefined ? 0 : 1;
}

interface Hand {
  weight: number;
  readonly bundles: Bundle[];
}

/**
 * What each shard gets, without those at the end that get nothing: the heaviest bundle goes first, each to the shard that has least.
 * The heaviest shard is then at most 4/3 of what it is in the best of all splits (Graham 1969).
 */
function dealt(
  bundles: ReadonlyArray<Bundle>,
  of: number,
  weightOf: (one: Case) => number,
): ReadonlyArray<ReadonlyArray<Bundle>> {
  const weigh = (bundle: Bundle) => bundle.reduce((sum, one) => sum + weightOf(one), 0);
  const weighed = bundles.map((bundle) => ({ bundle, weight: weigh(bundle) }));
  // The first one with least is taken, so that no more shards than bundles are ever opened.
  const hands: ReadonlyArray<Hand> = Array.from({ length: Math.min(of, bundles.length) }, () => ({
    weight: 0,
    bundles: [],
  }));
  // Sorting is stable: bundles of one weight stay in plan order, so that every machine deals the same.
  for (const { bundle, weight } of weighed.sort((a, b) => b.weight - a.weight)) {
    const least = hands.reduce((best, hand) => (hand.weight < best.weight ? hand : best));
    least.bundles.push(bundle);
    least.weight += weight;
  }
  return hands.map((hand) => hand.bundles);
}
