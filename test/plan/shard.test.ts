import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundlesOf } from "../../src/plan/bundles.ts";
import type { Case } from "../../src/plan/model.ts";
import { shardPlan } from "../../src/plan/shard.ts";
import { casesOf } from "../support/suite.ts";
import { expectSound, shardsOf } from "./expect-shards.ts";
import { anyPlan, planCase, planOf } from "./random-plan.ts";

const manyShards = fc.integer({ min: 1, max: 12 });

function sentIn(cases: ReadonlyArray<Case>): number {
  return cases.filter(({ request }) => request !== undefined).length;
}

describe("the shards of any plan", () => {
  it("have each case once, in plan order, with all that it needs", () => {
    fc.assert(fc.property(anyPlan, manyShards, (plan, of) => expectSound(plan, shardsOf(plan, of))));
  });

  it("have so also by any weights", () => {
    fc.assert(
      fc.property(anyPlan, manyShards, fc.func(fc.double({ min: 0, max: 1e6, noNaN: true })), (plan, of, weigh) =>
        expectSound(
          plan,
          shardsOf(plan, of, ({ id }) => weigh(id)),
        ),
      ),
    );
  });

  it("are the same on every machine", () => {
    fc.assert(
      fc.property(anyPlan, manyShards, (plan, of) => {
        expect(shardsOf(structuredClone(plan), of)).toEqual(shardsOf(plan, of));
      }),
    );
  });

  it("are no heavier than an even share and the heaviest bundle on top", () => {
    fc.assert(
      fc.property(anyPlan, manyShards, (plan, of) => {
        const heaviest = Math.max(...shardsOf(plan, of).map((shard) => sentIn(casesOf(shard))));
        const bundle = Math.max(0, ...bundlesOf(plan).map(sentIn));
        expect(heaviest).toBeLessThanOrEqual(sentIn(casesOf(plan)) / of + bundle);
      }),
    );
  });

  it("are at most 4/3 of the best of all splits", () => {
    const weights = fc.array(fc.constantFrom(1, 2, 4, 8), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 3 }), (loads, of) => {
        const plan = planOf(loads.map((_, at) => ({ name: `${at}`, kind: "resource", cases: [planCase(`${at}`)] })));
        const weightOf = ({ id }: Case) => loads[Number(id)] ?? 0;
        const heaviest = Math.max(...shardsOf(plan, of, weightOf).map((shard) => sum(casesOf(shard).map(weightOf))));
        expect(heaviest * 3).toBeLessThanOrEqual(bestSplit(loads, of) * 4);
      }),
      // Most orders are lucky with most weights.
      { numRuns: 1000 },
    );
  });

  it("are empty only at the end, where there are more than bundles", () => {
    fc.assert(
      fc.property(anyPlan, manyShards, (plan, of) => {
        const sizes = shardsOf(plan, of).map((shard) => shard.groups.length);
        const filled = sizes.filter((size) => size > 0).length;
        expect(sizes.slice(filled)).toEqual(sizes.slice(filled).map(() => 0));
        if (bundlesOf(plan).every((bundle) => sentIn(bundle) > 0)) {
          expect(filled).toBe(Math.min(of, bundlesOf(plan).length));
        }
      }),
    );
  });
});

/** The heaviest shard of the best split, by trying them all. */
function bestSplit(loads: ReadonlyArray<number>, of: number): number {
  const place = (at: number, taken: ReadonlyArray<number>): number => {
    const load = loads[at];
    if (load === undefined) return Math.max(...taken);
    return Math.min(
      ...taken.map((_, to) =>
        place(
          at + 1,
          taken.map((has, one) => (one === to ? has + load : has)),
        ),
      ),
    );
  };
  return place(0, new Array<number>(of).fill(0));
}

function sum(values: ReadonlyArray<number>): number {
  return values.reduce((total, value) => total + value, 0);
}

describe("a shard", () => {
  it.each([
    [0, 3],
    [4, 3],
    [1.5, 3],
    [1, 0],
    [Number.NaN, 3],
  ])("%d of %d is none", (index, of) => {
    expect(() => shardPlan(planOf([]), { index, of })).toThrow(RangeError);
  });

  it("costs nothing where there are very many", () => {
    const plan = planOf([{ name: "a", kind: "resource", cases: [planCase("one")] }]);
    expect(shardPlan(plan, { index: 999_999_999, of: 999_999_999 }).groups).toEqual([]);
    expect(shardPlan(plan, { index: 1, of: 999_999_999 })).toEqual(plan);
  });
});
