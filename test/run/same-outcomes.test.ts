import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FaultId } from "../../src/mock/faults.ts";
import { startMock } from "../../src/mock/server.ts";
import { mockVariables } from "../../src/mock/variables.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { shardPlan } from "../../src/plan/shard.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { type RunOptions, runPlan } from "../../src/run/run-plan.ts";
import { collectionOf, manifestOf } from "../support/suite.ts";

/** Resources with some of these, in any mixture. */
const endpointsOf = (name: string) => [
  `POST /${name}: { body: { title: a, size: 1 }, expect: 201 400 }`,
  `GET /${name}/{id}: 200 404`,
  `PUT /${name}/{id}: { body: { title: b, size: 2 }, expect: 200 404 }`,
  `DELETE /${name}/{id}: 204 404`,
];
const loneOf = (name: string) => [
  `GET /${name}-status: { public: true, expect: 200 503 }`,
  `GET /${name}-search: { query: { q: a }, expect: 200 400 }`,
  `GET /${name}-limit: { public: true, expect: { 200: null, 429: { burst: 5 } } }`,
];
/** Mistakes of an answer: what else was asked before does not matter. */
const faults = ["no-location", "missing-is-500", "writes-are-open", "etag-is-unquoted", "malformed-is-500"] as const;

const resource = fc.record({ items: fc.boolean(), lone: fc.subarray([0, 1, 2]) });
const setup = fc.record({
  resources: fc.array(resource, { minLength: 2, maxLength: 3 }),
  profile: fc.constantFrom("minimal", "standard"),
  fault: fc.option(fc.constantFrom(...faults), { nil: undefined }),
});
type Setup = typeof setup extends fc.Arbitrary<infer Value> ? Value : never;

function textOf({ resources, profile }: Setup): string {
  const endpoints = resources.flatMap(({ items, lone }, index) => [
    ...(items ? endpointsOf(`r${index}`) : []),
    ...loneOf(`s${index}`).filter((_line, at) => lone.includes(at)),
    `GET /always${index}: 200`,
  ]);
  const head = `name: Any\nbaseUrl: http://localhost:1\nprofile: ${profile}\nauth: { me: { bearer: "{{token}}" } }\n`;
  return `${head}endpoints:\n${endpoints.map((line) => `  ${line}`).join("\n")}\n`;
}

/** `id: outcome` of every case of a run against a mock of its own. */
async function outcomesOf(
  text: string,
  fault: FaultId | undefined,
  options: Partial<Pick<RunOptions, "plan" | "lanes">>,
): Promise<ReadonlyArray<string>> {
  const manifest = manifestOf(text);
  const variables = mockVariables(manifest);
  const mock = await startMock(manifest, { variables, ...(fault && { fault }) });
  const placeOf = () => ({ file: "api.yaml", line: 1, column: 1, length: 1 });
  const run = await runPlan({
    ...collectionOf(manifest),
    environment: "default",
    variables: { ...variables, baseUrl: mock.url },
    placeOf,
    ...options,
  }).finally(mock.close);
  return [...outcomes(run.cases)].map(([id, outcome]) => `${id}: ${outcome}`);
}

describe("the outcomes of a suite", () => {
  it("are the same however many groups run at once, and in shards", async () => {
    const check = async (one: Setup) => {
      const text = textOf(one);
      const plan = expandPlan(manifestOf(text));
      const [alone, ...others] = await Promise.all([1, 4, 16].map((lanes) => outcomesOf(text, one.fault, { lanes })));
      for (const other of others) expect(other).toEqual(alone);
      for (const of of [3, 7]) {
        const shards = Array.from({ length: of }, (_, at) => shardPlan(plan, { index: at + 1, of }));
        const parts = await Promise.all(shards.map((part) => outcomesOf(text, one.fault, { plan: part, lanes: 4 })));
        expect(parts.flat().toSorted()).toEqual(alone?.toSorted());
      }
    };
    await fc.assert(fc.asyncProperty(setup, check), { numRuns: 2, endOnFailure: true });
  }, 180_000);
});
