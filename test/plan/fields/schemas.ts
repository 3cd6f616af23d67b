import type { JsonObject } from "../../../src/manifest/model.ts";

/** A dozen schemas of bodies, of all the words that bodies are described with. */
export const schemas: Readonly<Record<string, JsonObject>> = {
  book: {
    type: "object",
    required: ["title", "isbn", "pages"],
    properties: {
      id: { type: "string", readOnly: true },
      title: { type: "string", minLength: 1, maxLength: 200 },
      isbn: { type: "string" },
      pages: { type: "integer", minimum: 1, maximum: 5000 },
      genre: { type: "string", enum: ["novel", "essay", "poems"] },
      edition: { type: "integer", default: 1 },
    },
  },
  price: {
    type: "object",
    required: ["weight", "discount", "length"],
    properties: {
      weight: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 100 },
      discount: { type: "number", minimum: 0, maximum: 0.5, multipleOf: 0.05 },
      length: { type: "integer", exclusiveMinimum: 10, exclusiveMaximum: 20 },
      width: { type: "integer", multipleOf: 5, minimum: 10 },
    },
  },
  account: {
    type: "object",
    required: ["email", "password", "born"],
    properties: {
      email: { type: "string", format: "email", maxLength: 80 },
      password: { type: "string", minLength: 8 },
      born: { type: "string", format: "date" },
      site: { type: "string", format: "uri" },
      device: { type: "string", format: "uuid" },
      address: { type: "string", format: "ipv4" },
      seen: { type: "string", format: "date-time" },
    },
  },
  order: {
    type: "object",
    required: ["lines", "customer"],
    properties: {
      lines: {
        type: "array",
        minItems: 1,
        maxItems: 3,
        items: {
          type: "object",
          required: ["sku"],
          properties: { sku: { type: "string" }, quantity: { type: "integer" } },
        },
      },
      customer: {
        type: "object",
        required: ["name", "city"],
        properties: {
          name: { type: "string", minLength: 2 },
          city: { type: "string" },
          age: { type: "integer", minimum: 18 },
        },
      },
      labels: { type: "array", items: { type: "string" }, uniqueItems: true, maxItems: 2 },
    },
    additionalProperties: false,
  },
  part: {
    allOf: [{ $ref: "#/$defs/named" }, { $ref: "#/$defs/sized" }],
    $defs: {
      named: { type: "object", required: ["name"], properties: { name: { type: "string", pattern: "^[A-Z][a-z]+$" } } },
      sized: { type: "object", required: ["size"], properties: { size: { type: "number", minimum: 3 } } },
    },
  },
  payment: {
    oneOf: [
      {
        type: "object",
        required: ["kind", "card"],
        properties: { kind: { const: "card" }, card: { type: "string", pattern: "^\\d{16}$" } },
      },
      {
        type: "object",
        required: ["kind", "iban"],
        properties: { kind: { const: "transfer" }, iban: { type: "string" } },
      },
    ],
  },
  flags: {
    type: "object",
    required: ["isOpen", "note", "level"],
    properties: { isOpen: { type: "boolean" }, note: { type: ["string", "null"] }, level: { enum: [1, 2, 3] } },
  },
  stay: {
    type: "object",
    required: ["startDate", "endDate", "guests"],
    properties: {
      startDate: { type: "string", format: "date", default: "2024-05-01" },
      endDate: { type: "string", format: "date", example: "2024-05-08" },
      guests: { type: "integer", minimum: 1, maximum: 8 },
      minPrice: { type: "number", minimum: 0, example: 10 },
      maxPrice: { type: "number", minimum: 0, example: 90 },
    },
  },
  tree: {
    $ref: "#/$defs/node",
    $defs: {
      node: {
        type: "object",
        required: ["value"],
        properties: { value: { type: "integer" }, left: { $ref: "#/$defs/node" }, right: { $ref: "#/$defs/node" } },
        maxProperties: 2,
      },
    },
  },
  cart: {
    type: "object",
    required: ["productId", "quantity"],
    properties: {
      productId: { type: "string" },
      quantity: { type: "integer", minimum: 1 },
      note: { type: "string", maxLength: 20 },
      voucherCode: { type: "string" },
    },
    example: { productId: "p-1", quantity: 2 },
  },
  code: {
    type: "object",
    required: ["code", "emoji"],
    properties: {
      code: { type: "string", pattern: "^[A-Z]{2}-\\d{4}$", minLength: 7, maxLength: 7 },
      emoji: { type: "string", minLength: 2, maxLength: 8, example: "\u{1F600}\u{1F600}\u{1F600}" },
    },
  },
  conditional: {
    type: "object",
    required: ["shape"],
    properties: {
      shape: { enum: ["circle", "square"] },
      radius: { type: "number", minimum: 1 },
      side: { type: "number" },
    },
    if: { properties: { shape: { const: "circle" } } },
    then: { required: ["radius"] },
    else: { required: ["side"] },
  },
  map: { type: "object", minProperties: 1, additionalProperties: { type: "integer", minimum: 0 } },
};
