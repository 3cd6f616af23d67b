import { describe, expect, it } from "vitest";
import { exitCode } from "../../../src/result/exit-code.ts";
import { send, states, tryOut } from "./try-out.ts";

/** What becomes of a case that expects a schema, with each of these bodies. */
async function judge(schema: object, bodies: ReadonlyArray<unknown>) {
  const endpoints = bodies.map((_body, n) => [`GET /${n}`, { expect: { 200: { schema } } }]);
  const { run } = await tryOut({ endpoints: Object.fromEntries(endpoints) }, (response, { url }) =>
    send(response, 200, bodies[Number(url.slice(1))]),
  );
  return { run, outcomes: states(run).map((state) => state.split(" ")[0]) };
}

// What Newman's own Ajv makes of them, and not ours: the conversion by itself is tested beside the others of its folder.
describe("a schema that the sandbox does not know", () => {
  it.each([
    {
      dialect: "2020-12",
      schema: {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        $defs: { pages: { type: "integer", exclusiveMinimum: 0 } },
        type: "object",
        properties: { pages: { $ref: "#/$defs/pages" }, pair: { prefixItems: [{ type: "string" }], items: false } },
        dependentRequired: { pages: ["title"] },
      },
      fits: [{ pages: 1, title: "a" }, { pair: ["a"] }],
      fails: [{ pages: 0, title: "a" }, { pages: 1 }, { pair: [1] }, { pair: ["a", "b"] }],
    },
    {
      dialect: "draft-04",
      schema: {
        $schema: "http://json-schema.org/draft-04/schema#",
        type: "object",
        properties: { pages: { type: "number", minimum: 1, exclusiveMinimum: true } },
      },
      fits: [{ pages: 2 }],
      fails: [{ pages: 1 }, { pages: "2" }],
    },
    {
      dialect: "OpenAPI 3.0",
      schema: {
        type: "object",
        properties: { title: { type: "string", nullable: true }, isbn: { type: "string", format: "isbn" } },
      },
      fits: [{ title: null }, { isbn: "a" }],
      fails: [{ title: 1 }, { isbn: 1 }],
    },
  ])("says what it means: $dialect", async ({ schema, fits, fails }) => {
    const { outcomes } = await judge(schema, [...fits, ...fails]);
    expect(outcomes).toEqual([...fits.map(() => "passed"), ...fails.map(() => "failed")]);
  });

  it("passes nothing where what it refers to is not in it", async () => {
    const { run, outcomes } = await judge({ properties: { a: { $ref: "other.json" } } }, [{ a: 1 }]);
    expect(outcomes).toEqual(["failed"]);
    expect(run.cases[0]?.attempts[0]?.checks.find(({ passed }) => !passed)?.message).toContain("other.json");
    expect(exitCode(run)).toBe(1);
  });
});
