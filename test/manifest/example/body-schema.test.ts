import { describe, expect, it } from "vitest";
import { endpointOf, manifestOf, mistakesOf } from "../parse-text.ts";

function bodyOf(schema: object) {
  const lines = "  POST /a: { bodySchema: schema.json, expect: 201 }";
  return endpointOf(lines, { "schema.json": JSON.stringify(schema) }).body;
}

describe("a body that only a schema describes", () => {
  it("is made from what the schema says", () => {
    const properties = { title: { type: "string" }, pages: { type: "integer", minimum: 5 } };
    expect(bodyOf({ type: "object", required: ["title"], properties })).toMatchObject({
      kind: "json",
      value: { title: "text", pages: 5 },
      optional: ["pages"],
    });
  });

  it("knows what is required wherever that is said", () => {
    const schema = {
      allOf: [
        { $ref: "#/$defs/named" },
        { required: ["size", "id", "unit"], properties: { size: { type: "number" } } },
      ],
      properties: { id: { readOnly: true, type: "string" }, unit: { default: "cm" }, note: {} },
      $defs: { named: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
    };
    const body = bodyOf(schema);
    expect(body?.kind === "json" && [...body.optional].sort()).toEqual(["id", "note", "unit"]);
  });

  it("uses the variables of its schema's examples", () => {
    const text = (example: string) =>
      `baseUrl: http://localhost\nendpoints:\n  POST /a:\n    bodySchema: { properties: { key: { example: "${example}" } } }\n    expect: 201`;
    const { variables, endpoints } = manifestOf(text("${API_KEY}"));
    expect(variables.map(({ name, isFromProcess }) => [name, isFromProcess])).toEqual([["API_KEY", true]]);
    expect(endpoints[0]?.body).toMatchObject({ value: { key: "{{API_KEY}}" } });
    expect(mistakesOf(text("{{$giud}}")).map(({ code }) => code)).toEqual(["unknown-dynamic-variable"]);
  });
});
