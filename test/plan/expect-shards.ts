import { expect } from "vitest";
import type { Case, Plan } from "../../src/plan/model.ts";
import { shardPlan } from "../../src/plan/shard.ts";
import { casesOf } from "../support/suite.ts";

/** All shards of a plan. */
export function shardsOf(plan: Plan, of: number, weightOf?: (one: Case) => number): ReadonlyArray<Plan> {
  return Array.from({ length: of }, (_, at) => shardPlan(plan, { index: at + 1, of }, weightOf));
}

function idsOf(plan: Plan): ReadonlyArray<string> {
  return casesOf(plan).map(({ id }) => id);
}

/** What must hold of the shards of any plan. */
export function expectSound(plan: Plan, shards: ReadonlyArray<Plan>): void {
  expect(shards.flatMap(idsOf).sort()).toEqual([...idsOf(plan)].sort());
  const known = new Set(idsOf(plan));
  for (const shard of shards) {
    const here = new Set(idsOf(shard));
    expect(idsOf(shard)).toEqual(idsOf(plan).filter((id) => here.has(id)));
    for (const { needs, spoiledBy = [] } of casesOf(shard)) {
      expect([...needs, ...spoiledBy].filter((id) => known.has(id) && !here.has(id))).toEqual([]);
    }
    expectParts(plan, shard);
  }
}

/** Groups are whole but for those of bursts, which keep together what is of one endpoint. */
function expectParts(plan: Plan, shard: Plan): void {
  for (const group of shard.groups) {
    const whole = plan.groups.find(({ name }) => name === group.name);
    const endpoints = new Set(group.cases.map(({ endpoint }) => endpoint));
    const due = whole?.cases.filter(({ endpoint }) => group.kind !== "burst" || endpoints.has(endpoint));
    expect(group).toEqual({ ...whole, cases: due });
    expect(group.cases).not.toEqual([]);
  }
}
