import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleOf } from "../../../src/manifest/example/example-of.ts";
import { violationsOf } from "../../../src/manifest/example/judge.ts";
import { verdictOf } from "../../../src/manifest/example/violation.ts";
import type { Json, JsonObject } from "../../../src/manifest/model.ts";
import { ajvErrors, sent } from "./ajv.ts";
import { anyValue, fittableSchema } from "./schema-arbitrary.ts";

function valid(schema: JsonObject): Json {
  const made = exampleOf(schema);
  if (made.kind === "problem") throw new Error(`${made.problem} at ${made.at.join("/")}`);
  return made.value;
}

function problemOf(schema: JsonObject): string {
  const made = exampleOf(schema);
  return made.kind === "problem" ? `${made.at.join("/")}: ${made.problem}` : JSON.stringify(made.value);
}

const book: JsonObject = {
  type: "object",
  required: ["title", "isbn", "author"],
  properties: {
    id: { type: "string", readOnly: true },
    title: { type: "string", minLength: 1, maxLength: 200 },
    isbn: { type: "string" },
    pages: { type: "integer", minimum: 1 },
    price: { type: "number", multipleOf: 0.01, exclusiveMinimum: 0 },
    genre: { enum: ["novel", "essay"] },
    language: { type: "string", default: "en" },
    published: { type: "string", format: "date" },
    author: { $ref: "#/$defs/author" },
    sequel: { $ref: "#" },
    tags: { type: "array", items: { type: "string" }, minItems: 2, uniqueItems: true },
    sku: { type: "string", pattern: "^[A-Z]{2}-\\d{4}$" },
  },
  $defs: {
    author: { type: "object", required: ["email"], properties: { email: { type: "string", format: "email" } } },
  },
};

describe("an example of a schema", () => {
  it("has all fields that a client may send, reads like a body, and is new with each request", () => {
    expect(valid(book)).toEqual({
      title: "text",
      isbn: "{{$guid}}",
      pages: 1,
      price: 1,
      genre: "novel",
      language: "en",
      published: "2024-01-01",
      author: { email: "reader-{{$guid}}@example.com" },
      tags: ["text", "text2"],
      sku: "AA-0000",
    });
  });

  it.each<[string, JsonObject, Json]>([
    ["the first that the schema proposes", { type: "integer", examples: [7, 8], default: 9 }, 7],
    ["not what the schema proposes against itself", { type: "integer", example: "seven", default: 9 }, 9],
    ["a choice", { oneOf: [{ type: "string", pattern: "^(?=a)b$" }, { const: 4 }] }, 4],
    ["what all parts allow", { allOf: [{ type: "number", minimum: 3 }, { maximum: 3.5 }] }, 3],
    [
      "what belongs to a condition",
      { properties: { a: { const: 1 } }, if: { required: ["a"] }, then: { required: ["b"] } },
      { a: 1, b: "text" },
    ],
    [
      "enough fields",
      { type: "object", minProperties: 2, additionalProperties: { type: "boolean" } },
      { field1: true, field2: true },
    ],
    ["few enough fields", { properties: { a: {}, b: {} }, required: ["b"], maxProperties: 1 }, { b: "text" }],
    ["a list that holds something", { type: "array", contains: { const: "x" }, items: { type: "string" } }, ["x"]],
    ["a tuple", { type: "array", prefixItems: [{ type: "integer" }, { type: "boolean" }], minItems: 2 }, [1, true]],
    [
      "a tree without branches",
      {
        $ref: "#/$defs/n",
        $defs: { n: { required: ["kids"], properties: { kids: { type: "array", items: { $ref: "#/$defs/n" } } } } },
      },
      { kids: [] },
    ],
    [
      "the way out of itself",
      { type: "object", required: ["next"], properties: { next: { anyOf: [{ $ref: "#" }, { type: "null" }] } } },
      { next: { next: null } },
    ],
    ["what an anchor names", { $ref: "#a", $defs: { x: { $anchor: "a", const: 2 } } }, 2],
    ["limits as OpenAPI 3.0 writes them", { type: "integer", minimum: 4, exclusiveMinimum: true }, 5],
    ["a password", { type: "string", pattern: "^(?=.*[A-Z])(?=.*\\d)(?=.*[^\\w]).{8,}$" }, "Newman-2024!"],
    ["a date far from now", { type: "string", format: "date", enum: ["1999-12-31"] }, "1999-12-31"],
    [
      "characters, not UTF-16 units",
      { type: "string", pattern: "^\\u{1F600}+$", minLength: 2, maxLength: 2 },
      "\u{1F600}\u{1F600}",
    ],
  ])("is %s", (_, schema, value) => {
    expect(valid(schema)).toEqual(value);
    expect(ajvErrors(withoutDraft04(schema), sent(value))).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [{ properties: { a: { $ref: "#/$defs/b" } } }, "properties/a/$ref: nothing in the schema is called #/$defs/b"],
    [{ $ref: "book.json" }, "$ref: nothing in the schema is called book.json"],
    [
      { required: ["a"], properties: { a: { pattern: "^(?=a)b$" } } },
      "properties/a/pattern: no text was found that matches ^(?=a)b$",
    ],
    [
      { required: ["a"], properties: { a: { pattern: "(?i)a" } } },
      "properties/a/pattern: no text was found that matches (?i)a",
    ],
    [
      { type: "object", required: ["self"], properties: { self: { $ref: "#" } } },
      "properties/self: the schema needs itself without end",
    ],
    [{ type: "integer", minimum: 5, maximum: 4 }, ": no value was found that fits the schema"],
    [{ properties: { a: false }, required: ["a"] }, "properties/a: no value was found that fits the schema"],
    [{ $ref: "#" }, "{}"],
    [{ type: "string", pattern: "^\\{\\{name\\}\\}$" }, "pattern: no text was found that matches ^\\{\\{name\\}\\}$"],
  ])("of %j is a problem with its place", (schema, problem) => {
    expect(problemOf(schema)).toBe(problem);
  });

  it("fits, and is the same each time", () => {
    fc.assert(
      fc.property(fittableSchema, (schema) => {
        const value = valid(schema);
        expect(ajvErrors(schema, sent(value))).toEqual([]);
        expect(JSON.stringify(valid(structuredClone(schema)))).toBe(JSON.stringify(value));
      }),
      { numRuns: 150 },
    );
  });

  it("is looked for no longer than it is worth", () => {
    const deep = Array.from({ length: 12 }).reduce<JsonObject>(
      (inner) => ({ oneOf: [inner, { not: inner }, { allOf: [inner] }] }),
      { enum: [] },
    );
    expect(problemOf(deep)).toContain("more choices than can be gone through");
    expect(problemOf({ type: "string", pattern: "^(a+)+$(?!.)(?=b)" })).toContain("no text was found");
    expect(problemOf({ type: "array", minItems: 1e9, items: {} })).toContain("no value was found");
    expect(problemOf({ type: "string", minLength: 1e12 })).toContain("no value was found");
  });
});

describe("the judge of values", () => {
  it("says valid and invalid only where Ajv does", () => {
    fc.assert(
      fc.property(fittableSchema, anyValue, (schema, value) => agree(schema, value)),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fittableSchema, fc.array(fc.tuple(fc.string(), anyValue)), (schema, changes) => {
        const value = sent(valid(schema));
        return agree(schema, { ...(typeof value === "object" ? value : {}), ...Object.fromEntries(changes) });
      }),
      { numRuns: 150 },
    );
  });

  it.each<[JsonObject, Json, string]>([
    [{ type: "string", format: "email" }, "no address", "unknown"],
    [{ unevaluatedProperties: false }, { a: 1 }, "unknown"],
    [{ $ref: "other.json" }, 1, "unknown"],
    [{ multipleOf: 0.01 }, 0.07, "unknown"],
    [{ multipleOf: 0.01 }, 0.075, "invalid"],
    [{ type: "string", nullable: true, enum: ["a"] }, null, "unknown"],
    [{ type: "string", minLength: 40 }, "{{anything}}", "valid"],
    [{ type: "string", minLength: 40 }, "{{$guid}}", "invalid"],
    [{ not: { type: "string" } }, "a", "invalid"],
    [{ not: { format: "date" } }, "a", "unknown"],
    [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, 3, "invalid"],
    [{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }, 1, "valid"],
    [{ dependentRequired: { a: ["b"] } }, { a: 1 }, "invalid"],
    [{ dependentSchemas: { a: { required: ["b"] } } }, { a: 1, b: 1 }, "valid"],
    [{ dependencies: { a: ["b"] } }, { a: 1 }, "invalid"],
    [{ propertyNames: { maxLength: 1 } }, { ab: 1 }, "invalid"],
    [{ contains: { const: 1 }, maxContains: 1 }, [1, 1], "invalid"],
    [{ items: [{ type: "string" }], additionalItems: false }, ["a", 1], "invalid"],
    [{ patternProperties: { "^a": { type: "string" } }, additionalProperties: false }, { ab: "c" }, "valid"],
    [{ exclusiveMaximum: true, maximum: 3 }, 3, "invalid"],
  ])("by %j takes %j for %s", (schema, value, verdict) => {
    expect(verdictOf(violationsOf({ schema, at: [] }, value, schema))).toBe(verdict);
  });
});

function agree(schema: JsonObject, value: Json): void {
  const verdict = verdictOf(violationsOf({ schema, at: [] }, value, schema));
  if (verdict === "unknown") return;
  expect(ajvErrors(schema, value).length === 0 ? "valid" : "invalid", JSON.stringify({ schema, value })).toBe(verdict);
}

function withoutDraft04(schema: JsonObject): JsonObject {
  return schema.exclusiveMinimum === true ? { type: "integer" } : schema;
}
