import fc from "fast-check";
import type { Json, JsonObject } from "../../../src/manifest/model.ts";

const name = fc.constantFrom("title", "isbn", "email", "pages", "size", "constructor", "a b", "id");

const number = fc
  .record({
    type: fc.constantFrom("integer", "number"),
    low: fc.integer({ min: -500, max: 500 }),
    span: fc.integer({ min: 20, max: 900 }),
    step: fc.constantFrom(undefined, 1, 2, 5, 0.5),
    kind: fc.constantFrom("closed", "open", "below", "above", "free"),
  })
  .map(({ type, low, span, step, kind }): JsonObject => {
    const limits: Record<string, JsonObject> = {
      closed: { minimum: low, maximum: low + span },
      open: { exclusiveMinimum: low, exclusiveMaximum: low + span },
      below: { maximum: low },
      above: { minimum: low },
      free: {},
    };
    return { type, ...limits[kind], ...(step && { multipleOf: step }) };
  });

const text = fc.oneof(
  fc.record({ least: fc.nat(30), more: fc.nat(30), kind: fc.nat(3) }).map(
    ({ least, more, kind }): JsonObject => ({
      type: "string",
      ...(kind !== 1 && { minLength: least }),
      ...(kind > 1 && { maxLength: least + more }),
    }),
  ),
  fc
    .constantFrom("email", "uuid", "date", "date-time", "uri", "ipv4", "ipv6", "hostname", "time", "unheard-of")
    .map((format): JsonObject => ({ type: "string", format })),
  fc
    .constantFrom(
      "^[A-Z]{3}-\\d{4}$",
      "^(a|b)+c?$",
      "^\\S+@\\S+$",
      "x{5,}",
      "^[^a-z]*$",
      "^(?!b)[a-d]{2}$",
      "^\\p{Lu}\\w*$",
    )
    .map((pattern): JsonObject => ({ type: "string", pattern })),
);

const fixed = fc.oneof(
  fc.constantFrom<JsonObject>({ type: "boolean" }, { type: "null" }, { const: "x" }, { const: null }, {}),
  fc
    .uniqueArray(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 4 })
    .map((values) => ({ enum: values })),
);

/** JSON Schemas that something fits, of all the keywords that bodies are described with. */
export const fittableSchema: fc.Arbitrary<JsonObject> = fc.letrec<{ any: JsonObject; object: JsonObject }>((tie) => ({
  any: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    number,
    text,
    fixed,
    tie("object"),
    fc.record({ items: text, least: fc.nat(3), isUnique: fc.boolean() }).map(
      ({ items, least, isUnique }): JsonObject => ({
        type: "array",
        items,
        minItems: least,
        ...(isUnique && isWide(items) && { uniqueItems: true }),
      }),
    ),
    fc.tuple(tie("any"), tie("any")).map(([a, b]): JsonObject => ({ anyOf: [a, b] })),
    tie("any").map((a): JsonObject => ({ allOf: [a], title: "part" })),
    number.map((a): JsonObject => ({ ...a, type: [String(a.type), "null"] })),
  ),
  object: fc
    .record({
      fields: fc.dictionary(name, tie("any"), { maxKeys: 5 }),
      required: fc.array(name),
      isClosed: fc.boolean(),
    })
    .map(
      ({ fields, required, isClosed }): JsonObject => ({
        type: "object",
        properties: fields,
        required: [...new Set(required)].filter((one) => !isClosed || Object.hasOwn(fields, one)),
        ...(isClosed && { additionalProperties: false }),
      }),
    ),
})).object;

/** Whether there are several different values of it. */
function isWide({ pattern, maxLength, format }: JsonObject): boolean {
  return pattern === undefined && format === undefined && (maxLength === undefined || Number(maxLength) > 4);
}

/** Values of every kind, near the limits of such schemas. */
export const anyValue: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): Json => JSON.parse(JSON.stringify(value)));
