import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { shardPlan } from "../../src/plan/shard.ts";
import { manifestOf } from "../support/suite.ts";
import { expectSound, shardsOf } from "./expect-shards.ts";

const folder = join(packageRoot, "collections");
const profiles = ["minimal", "standard", "thorough"] as const;

describe("the shards of a worked example", () => {
  it.each(readdirSync(folder).flatMap((name) => profiles.map((profile) => [name, profile] as const)))(
    "%s, %s, are sound",
    (name, profile) => {
      const manifest = manifestOf(readFileSync(join(folder, name, "newmanifest.yaml"), "utf8"));
      const plan = expandPlan({ ...manifest, profile });
      for (const of of [1, 2, 3, 5, 40]) expectSound(plan, shardsOf(plan, of));
      expect(shardPlan(plan, { index: 1, of: 1 })).toEqual(plan);
    },
  );
});

describe("the bursts of a plan", () => {
  const plan = expandPlan(
    manifestOf(`
baseUrl: http://localhost:1
endpoints:
  GET /a: { expect: { 200: null, 429: { burst: 5 } } }
  GET /b: { expect: { 200: null, 429: { burst: 6 } } }
  POST /c: { body: { x: 1 }, expect: { 429: { burst: 7 } } }
`),
  );

  it("go each to the shard of what it needs, followed by what is sent after it", () => {
    const shards = shardsOf(plan, 4).map(({ groups }) =>
      groups.map(({ name, kind, cases }) => [name, ...(kind === "burst" ? cases.map(({ id }) => id) : [])]),
    );
    expect(shards).toEqual([
      [["a"], ["Rate limits (run last)", "GET /a > 429 burst of 5", "GET /a > 200 after the burst"]],
      [["b"], ["Rate limits (run last)", "GET /b > 429 burst of 6", "GET /b > 200 after the burst"]],
      [["Rate limits (run last)", "POST /c > 429 burst of 7"]],
      [],
    ]);
  });
});
