import { describe, expect, it } from "vitest";
import { weightFrom } from "../../src/plan/case-weight.ts";
import type { Case } from "../../src/plan/model.ts";
import { shardPlan } from "../../src/plan/shard.ts";
import { planCase, planOf } from "./random-plan.ts";

describe("weights from durations", () => {
  const { request: _, ...unsent } = planCase("unsent");

  it("are milliseconds, at least one; of what is not known the median, of what is not sent nothing", () => {
    const weightOf = weightFrom(
      new Map([
        ["fast", 0],
        ["usual", 20],
        ["slow", 900],
        ["unsent", 5],
      ]),
    );
    const ids = ["fast", "usual", "slow", "new"];
    expect(ids.map((id) => weightOf(planCase(id)))).toEqual([1, 20, 900, 5]);
    expect(weightOf(unsent)).toBe(0);
  });

  it("are one each where nothing is known", () => {
    expect([weightFrom(new Map())(planCase("a")), weightFrom(new Map())(unsent)]).toEqual([1, 0]);
  });

  it("put a slow group into a shard of its own", () => {
    const group = (name: string, count: number) => ({
      name,
      kind: "resource" as const,
      cases: Array.from({ length: count }, (_, at) => planCase(`${name} ${at}`)),
    });
    const plan = planOf([group("many", 6), group("few", 3), group("slow", 1)]);
    const names = (weightOf?: (one: Case) => number) =>
      [1, 2].map((index) => shardPlan(plan, { index, of: 2 }, weightOf).groups.map(({ name }) => name));
    expect(names()).toEqual([["many"], ["few", "slow"]]);
    expect(
      names(
        weightFrom(
          new Map([
            ["slow 0", 5000],
            ["many 0", 10],
          ]),
        ),
      ),
    ).toEqual([["slow"], ["many", "few"]]);
  });
});
