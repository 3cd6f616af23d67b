import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edge } from "../../../src/http/edge.ts";
import { type EdgeId, edges } from "../../../src/http/edges.ts";
import type { Endpoint, Json, JsonObject } from "../../../src/manifest/model.ts";
import { jsonOf } from "../../../src/plan/body-change.ts";
import { fieldEdges } from "../../../src/plan/fields/field-edges.ts";
import { type FieldVariant, fieldVariants } from "../../../src/plan/fields/field-variants.ts";
import type { CaseBody } from "../../../src/plan/model.ts";
import { happyRequest } from "../../../src/plan/request.ts";
import { ajvErrors, sent } from "../../manifest/example/ajv.ts";
import { manifestOf } from "../../support/suite.ts";
import { schemas } from "./schemas.ts";

const ids = (Object.keys(edges) as EdgeId[]).filter((id) => fieldEdges.has(id));

interface Suite {
  readonly endpoint: Endpoint;
  readonly body: CaseBody | undefined;
}

function suiteOf(lines: string, method = "PUT"): Suite {
  const text = `baseUrl: http://localhost:1\nendpoints:\n  ${method} /a: { ${lines}, expect: 200 }\n`;
  const manifest = manifestOf(text);
  const [endpoint] = manifest.endpoints;
  if (endpoint === undefined) throw new Error("no endpoint");
  return { endpoint, body: happyRequest(endpoint, manifest).body };
}

function schemaSuite(schema: JsonObject): Suite {
  return suiteOf(`bodySchema: ${JSON.stringify(schema)}`);
}

function variantsOf(id: EdgeId, { body, endpoint }: Suite): ReadonlyArray<FieldVariant> {
  return fieldVariants(id, body, endpoint);
}

function bodyOf({ body }: { readonly body: CaseBody }): Json {
  const value = jsonOf(body);
  if (value === undefined) throw new Error("no JSON");
  return sent(value);
}

function kindOf(id: EdgeId): string | undefined {
  return fieldEdges.get(id)?.kind;
}

describe("the field edges", () => {
  it("each have a way to change fields, and no way is left over", () => {
    const named = (Object.entries(edges) as [EdgeId, Edge][]).filter(([, { change }]) => change.kind === "field");
    expect(named.map(([id]) => id).filter((id) => !fieldEdges.has(id))).toEqual([]);
    expect([...fieldEdges.keys()].filter((id) => !(id in edges))).toEqual([]);
  });

  it.each(ids)("%s changes something in one of the schemas", (id) => {
    const all = Object.values(schemas).flatMap((schema) => variantsOf(id, schemaSuite(schema)));
    expect(all.length).toBeGreaterThan(0);
    expect(all.every(({ about }) => !/[{}]|undefined/.test(about.split(": ")[0] ?? ""))).toBe(true);
  });
});

describe.each(Object.entries(schemas))("by Ajv, of %s", (_, schema) => {
  const suite = schemaSuite(schema);

  it("the valid body is valid", () => {
    expect(ajvErrors(schema, suite.body === undefined ? null : bodyOf({ body: suite.body }))).toEqual([]);
  });

  it.each(ids.filter((id) => kindOf(id) === "right"))("%s is valid", (id) => {
    for (const variant of variantsOf(id, suite)) {
      expect(ajvErrors(schema, bodyOf(variant)), variant.about).toEqual([]);
      expect(bodyOf(variant), variant.about).not.toEqual(suite.body && bodyOf({ body: suite.body }));
    }
  });

  it.each(ids.filter((id) => kindOf(id) !== "right"))("%s, where it is sure, is wrong in one thing", (id) => {
    for (const variant of variantsOf(id, suite).filter(({ certainty }) => certainty !== "unknown")) {
      const own = `/${variant.field.replaceAll(".", "/")}`;
      const errors = ajvErrors(schema, bodyOf(variant)).filter(({ keyword }) => !["oneOf", "if"].includes(keyword));
      const places = new Set(errors.map(placeOf).filter((place) => place === own || !isOtherChoice(schema, place)));
      expect(errors.length, variant.about).toBeGreaterThan(0);
      if (variant.field !== "") expect([...places], variant.about).toEqual([own]);
    }
  });

  it("is the same each time", () => {
    const all = () => JSON.stringify(ids.map((id) => variantsOf(id, schemaSuite(structuredClone(schema)))));
    expect(all()).toBe(all());
  });
});

/** A missing field is where it should be. */
function placeOf({
  instancePath,
  params,
}: {
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
}) {
  return params.missingProperty === undefined ? instancePath : `${instancePath}/${params.missingProperty}`;
}

/** Ajv also says what every other choice has against the body. */
function isOtherChoice(schema: JsonObject, place: string): boolean {
  return "oneOf" in schema && ["/kind", "/iban"].includes(place);
}

describe("by Fastify, which coerces, drops what it does not know and fills in defaults,", () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = Fastify();
    for (const [name, schema] of Object.entries(schemas)) {
      server.put(`/${name}`, { schema: { body: withoutExamples(schema) } }, async () => ({}));
    }
    await server.ready();
  });
  afterAll(() => server.close());

  it.each(Object.entries(schemas))("%s is judged as expected", async (name, schema) => {
    for (const id of ids) {
      for (const { body, about, certainty } of variantsOf(id, schemaSuite(schema))) {
        if (body.kind !== "text") throw new Error("no JSON");
        const { statusCode } = await server.inject({
          method: "PUT",
          url: `/${name}`,
          headers: { "content-type": "application/json" },
          payload: body.text.replaceAll("{{$guid}}", "8c0e6c1a-7d4f-4c5e-9b0a-2f1d3e4c5b6a"),
        });
        const expected = kindOf(id) === "right" ? "200" : certainty === "unknown" ? "200|400|413" : "400";
        expect(expected.split("|"), `${id} ${about}`).toContain(String(statusCode));
      }
    }
  });
});

/** Fastify's Ajv is strict about keywords that are not in JSON Schema. */
function withoutExamples(schema: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === "example" ? undefined : value)));
}

describe("what is made of a book", () => {
  const suite = schemaSuite(schemas.book ?? {});

  it("reads as a test plan", () => {
    const lines = ids.flatMap((id) =>
      variantsOf(id, suite)
        .filter(({ certainty }) => certainty === "sure")
        .map(({ about }) => `${id}: ${about}`),
    );
    expect(lines).toMatchInlineSnapshot(`
      [
        "ec-field-missing-required: when title is missing",
        "ec-field-missing-required: when isbn is missing",
        "ec-field-missing-required: when pages is missing",
        "ec-field-wrong-type: when title has a wrong type",
        "ec-field-wrong-type: when isbn has a wrong type",
        "ec-field-wrong-type: when pages has a wrong type",
        "ec-field-wrong-type: when genre has a wrong type",
        "ec-field-wrong-type: when edition has a wrong type",
        "ec-happy-minimal: with the required fields only",
        "ec-happy-defaults: without edition, which has a default",
        "ec-happy-each-enum: when genre is another of its values: "essay"",
        "ec-happy-each-enum: when genre is another of its values: "poems"",
        "ec-field-at-min: when pages is at its minimum",
        "ec-field-at-max: when pages is at its maximum",
        "ec-field-min-length: when title is as short as it may be",
        "ec-field-max-length: when title is as long as it may be",
        "ec-field-wrong-type-string-for-number: when pages is a text and no number",
        "ec-field-wrong-type-string-for-number: when edition is a text and no number",
        "ec-field-wrong-type-object: when title is an object",
        "ec-field-wrong-type-object: when isbn is an object",
        "ec-field-wrong-type-object: when pages is an object",
        "ec-field-wrong-type-object: when genre is an object",
        "ec-field-wrong-type-object: when edition is an object",
        "ec-field-below-min: when pages is below its minimum",
        "ec-field-above-max: when pages is above its maximum",
        "ec-field-min-length-minus-1: when title is too short",
        "ec-field-max-length-plus-1: when title is too long",
        "ec-field-enum-invalid: when genre is none of its values",
        "ec-field-missing-each-combination: without any of its required fields",
      ]
    `);
  });

  it("is another value at one place", () => {
    const values = (id: EdgeId, field: string) =>
      variantsOf(id, suite).flatMap((one) => (one.field === field ? [bodyOf(one)] : []));
    const valid = { title: "text", isbn: expect.any(String), pages: 1, genre: "novel", edition: 1 };
    expect(values("ec-field-below-min", "pages")).toEqual([{ ...valid, pages: 0 }]);
    expect(values("ec-field-above-max", "pages")).toEqual([{ ...valid, pages: 5001 }]);
    expect(values("ec-field-at-max", "pages")).toEqual([{ ...valid, pages: 5000 }]);
    expect(values("ec-field-max-length-plus-1", "title")).toEqual([{ ...valid, title: `text${"t".repeat(197)}` }]);
    expect(values("ec-field-enum-invalid", "genre")).toEqual([{ ...valid, genre: "newmanifest-invalid" }]);
    expect(values("ec-field-readonly", "id")).toEqual([{ ...valid, id: "newmanifest" }]);
  });
});
