import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { toDraft07 } from "../../src/collection/draft-07.ts";

interface Row {
  readonly name: string;
  readonly schema: object;
  readonly fits: ReadonlyArray<unknown>;
  readonly fails: ReadonlyArray<unknown>;
}

const text = { type: "string" };

const rows: ReadonlyArray<Row> = [
  {
    name: "a property called format",
    schema: { properties: { format: text }, required: ["format"] },
    fits: [{ format: "paperback" }],
    fails: [{ format: 1 }, {}],
  },
  {
    name: "a property called nullable",
    schema: { properties: { nullable: { type: "boolean" } }, additionalProperties: false },
    fits: [{ nullable: true }],
    fails: [{ nullable: "yes" }, { other: 1 }],
  },
  {
    name: "properties called like words that are renamed or dropped",
    schema: {
      properties: { prefixItems: text, $defs: text, $id: text, $schema: text, items: text, exclusiveMinimum: true },
      additionalProperties: false,
    },
    fits: [{ prefixItems: "a", $defs: "b", $id: "c", $schema: "d", items: "e", exclusiveMinimum: "f" }],
    fails: [{ prefixItems: 1 }, { $defs: 1 }, { $id: 1 }, { $schema: 1 }, { items: 1 }, { unevaluatedItems: 1 }],
  },
  {
    name: "a property called $ref",
    schema: { properties: { $ref: text }, required: ["$ref"] },
    fits: [{ $ref: "#/$defs/a" }],
    fails: [{ $ref: 1 }, {}],
  },
  {
    name: "a property called type beside nullable",
    schema: { properties: { type: text }, nullable: true, type: "object" },
    fits: [null, { type: "a" }],
    fails: [{ type: null }, 1],
  },
  {
    name: "const, enum and default as they are",
    schema: {
      properties: { a: { const: { $id: "x", format: "y" } }, b: { enum: [{ nullable: true, $defs: {} }] } },
      default: { $schema: 1 },
    },
    fits: [{ a: { $id: "x", format: "y" } }, { b: { nullable: true, $defs: {} } }],
    fails: [{ a: {} }, { b: {} }, { b: { nullable: true, definitions: {} } }],
  },
  {
    name: "prefixItems, and items after them",
    schema: { prefixItems: [text, { type: "number", nullable: true }], items: { type: "boolean" } },
    fits: [["a"], ["a", 1], ["a", null, true]],
    fails: [[1], ["a", "b"], ["a", 1, 2]],
  },
  {
    name: "prefixItems and no others",
    schema: { prefixItems: [text], items: false },
    fits: [["a"]],
    fails: [["a", "b"]],
  },
  {
    name: "items after the prefix, in another order of the keys",
    schema: { items: { type: "boolean" }, prefixItems: [text] },
    fits: [["a", true]],
    fails: [["a", "b"]],
  },
  {
    name: "dependentSchemas and dependentRequired of the same property",
    schema: {
      dependentSchemas: { card: { properties: { name: { type: "string", nullable: true } } } },
      dependentRequired: { card: ["address"], format: ["size"] },
    },
    fits: [{ card: 1, address: 1, name: null }, { name: 7 }, { format: 1, size: 1 }],
    fails: [{ card: 1 }, { card: 1, address: 1, name: 7 }, { format: 1 }],
  },
  {
    name: "unevaluatedProperties and unevaluatedItems are left out",
    schema: { unevaluatedProperties: false, unevaluatedItems: false },
    fits: [{ a: 1 }, [1]],
    fails: [],
  },
  {
    name: "a nullable enum",
    schema: { type: "string", nullable: true, enum: ["a"] },
    fits: ["a", null],
    fails: ["b"],
  },
  {
    name: "$defs in $defs, and one that is called like a keyword",
    schema: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $defs: { $defs: text, outer: { $defs: { inner: { type: "number" } } } },
      properties: { a: { $ref: "#/$defs/$defs" }, b: { $ref: "#/$defs/outer/$defs/inner" } },
    },
    fits: [{ a: "a", b: 1 }],
    fails: [{ a: 1 }, { b: "b" }],
  },
  {
    name: "a $ref to a property that is called $defs, and to a prefix item",
    schema: {
      properties: {
        $defs: text,
        a: { $ref: "#/properties/$defs" },
        b: { $ref: "#/properties/c/prefixItems/0" },
        c: { prefixItems: [text] },
      },
    },
    fits: [{ a: "a", b: "b" }],
    fails: [{ a: 1 }, { b: 1 }],
  },
  {
    name: "words beside a $ref",
    schema: { $defs: { name: text }, $ref: "#/$defs/name", minLength: 2 },
    fits: ["ab"],
    fails: ["a", 12],
  },
  {
    name: "definitions beside $defs",
    schema: {
      definitions: { a: text },
      $defs: { b: { type: "number" } },
      anyOf: [{ $ref: "#/definitions/a" }, { $ref: "#/$defs/b" }],
    },
    fits: ["a", 1],
    fails: [true],
  },
  {
    name: "formats that the sandbox does not know, and boolean limits",
    schema: {
      properties: {
        a: { type: "string", format: "isbn" },
        b: { minimum: 1, exclusiveMinimum: true },
        c: { maximum: 9, exclusiveMaximum: true, minimum: 1, exclusiveMinimum: false },
      },
    },
    fits: [{ a: "x", b: 2 }, { c: 1 }, { c: 8 }],
    fails: [{ a: 1 }, { b: 0 }, { b: 1 }, { c: 9 }, { c: 0 }],
  },
  {
    name: "the schemas of not, if, then, else, contains, propertyNames and oneOf",
    schema: {
      if: { required: ["a"] },
      then: { properties: { a: { type: "string", nullable: true } } },
      else: { not: { properties: { b: { prefixItems: [text] } }, required: ["b"] } },
      propertyNames: { format: "isbn", maxLength: 1 },
      oneOf: [{ type: "object" }, { type: "array", contains: { type: "number", nullable: true } }],
    },
    fits: [{ a: null }, { b: [1] }, [null]],
    fails: [{ a: 1 }, { b: ["x"] }, { long: 1 }, ["x"]],
  },
  { name: "contains that may be missing", schema: { contains: text, minContains: 0 }, fits: [[], [1]], fails: [] },
];

describe("a schema for the sandbox", () => {
  it.each(rows)("keeps the meaning of $name", ({ schema, fits, fails }) => {
    const draft07 = toDraft07(schema);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    if (typeof draft07 !== "object" || draft07 === null) throw new Error("not a schema");
    const validate = ajv.compile(draft07);
    for (const value of fits) expect(validate(value), JSON.stringify({ value, draft07 })).toBe(true);
    for (const value of fails) expect(validate(value), JSON.stringify({ value, draft07 })).toBe(false);
  });

  it.each([true, false])("may be %s", (schema) => {
    expect(toDraft07(schema)).toBe(schema);
  });

  it("has no word that draft-07 does not know", () => {
    const all = rows.map(({ schema }) => schema);
    const words = JSON.stringify(
      toDraft07({ anyOf: all.filter((one) => !JSON.stringify(one).includes("properties")) }),
    );
    expect(words).not.toMatch(/"(prefixItems|\$defs|dependent\w+|unevaluated\w+|nullable|minContains|\$schema)"/);
  });
});
