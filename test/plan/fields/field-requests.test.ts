import { describe, expect, it } from "vitest";
import type { Edge } from "../../../src/http/edge.ts";
import { type EdgeId, edges } from "../../../src/http/edges.ts";
import { gatherFacts } from "../../../src/plan/facts.ts";
import { fieldEdges } from "../../../src/plan/fields/field-edges.ts";
import { fieldRequests } from "../../../src/plan/fields/field-requests.ts";
import { happyRequest } from "../../../src/plan/request.ts";
import { manifestOf } from "../../support/suite.ts";

const ids = (Object.keys(edges) as EdgeId[]).filter((id) => fieldEdges.has(id));

/** `edge: what it is about`, of an endpoint with these keys. */
function linesOf(keys: string, { method = "POST", expect = "200", only = ids } = {}): ReadonlyArray<string> {
  const manifest = manifestOf(
    `baseUrl: http://localhost:1\nendpoints:\n  ${method} /a: { ${keys}, expect: ${expect} }\n`,
  );
  const [facts] = gatherFacts(manifest).values();
  if (facts === undefined) throw new Error("no endpoint");
  const happy = happyRequest(facts.endpoint, manifest);
  return only.flatMap((edge) =>
    fieldRequests({ edge, happy, facts, manifest }).map(({ about, field }) => `${edge.slice(3)}: ${about ?? field}`),
  );
}

describe("the requests of the field edges", () => {
  it("are no more than open questions where only an example is known", () => {
    const example = 'body: { email: "a@example.com", born: "2000-01-01", pages: 3, tags: [a], to: { city: Ulm } }';
    const edgesUsed = new Set(linesOf(example).map((line) => line.split(":")[0]));
    const families = [...edgesUsed]
      .map((id): Edge => edges[`ec-${id}` as EdgeId])
      .map(({ implied }) => implied?.family);
    expect(new Set(families)).toEqual(new Set(["2xx|3xx|4xx"]));
    expect(edgesUsed).toContain("field-format-email");
    expect(edgesUsed).toContain("field-format-date");
    expect(edgesUsed).toContain("field-wrong-type");
    expect(linesOf(example, { method: "PUT" }).filter((line) => /^(happy|field-(at|m..-length))/.test(line))).toEqual(
      [],
    );
  });

  it("take an example at its word where the code is declared, and guess nothing", () => {
    const lines = linesOf('body: { email: "a@example.com", note: x }, optional: [note]', { expect: "200 422" });
    expect(lines.filter((line) => /missing|wrong-type:|format/.test(line))).toEqual([
      "field-missing-required: when email is missing",
      "field-wrong-type: when email has a wrong type",
      "field-wrong-type: when note has a wrong type",
    ]);
  });

  it("ask for a declared code where a format is named, and for no code where it is not", () => {
    const schema = "bodySchema: { properties: { email: { type: string, format: email } } }";
    const only: EdgeId[] = ["ec-field-format-email"];
    expect(linesOf(schema, { expect: "200 422", only })[0]).toBe(
      'field-format-email: when email is no email address: "notanemail"',
    );
    expect(linesOf(schema, { expect: "200", only })).toHaveLength(4);
  });

  it("say nothing sure of a body that its own schema forbids", () => {
    const keys =
      "bodySchema: { required: [a, b], properties: { a: { type: integer, maximum: 3 } } }, body: { a: 4, b: 1 }";
    const sure = linesOf(keys, { expect: "200 422" }).filter(
      (line) => edges[`ec-${line.split(":")[0]}` as EdgeId].codes.length > 0,
    );
    expect(sure).toEqual([]);
  });

  it("create nothing twice that nothing tells apart", () => {
    const only: EdgeId[] = ["ec-happy-minimal", "ec-field-at-max"];
    const schema =
      "bodySchema: { required: [name], properties: { name: { type: string }, size: { type: integer, maximum: 3 } } }";
    const unique = `${schema}, body: { name: "{{$guid}}", size: 1 }`;
    const fixed = `${schema}, body: { name: x, size: 1 }`;
    expect(linesOf(unique, { only })).toEqual([
      "happy-minimal: with the required fields only",
      "field-at-max: when size is at its maximum",
    ]);
    expect(linesOf(fixed, { only })).toEqual([]);
    expect(linesOf(fixed, { only, method: "PUT" })).toHaveLength(2);
    expect(linesOf('body: { name: "{{$guid}}", note: x }, optional: [note]', { only })).toEqual([
      "happy-minimal: with the required fields only",
    ]);
  });

  it("leave alone what means more than a schema says", () => {
    const schema = `bodySchema: { properties: {
      authorId: { type: integer, minimum: 1, example: 7 }, quantity: { type: integer, maximum: 9 }, size: { type: integer, maximum: 9 },
      status: { enum: [open, closed] }, min: { type: integer, minimum: 0, example: 2 }, max: { type: integer, minimum: 0, example: 5 } } }`.replaceAll(
      "\n",
      " ",
    );
    const lines = linesOf(schema, { method: "PUT" });
    expect(lines.filter((line) => /^(happy-each|field-at)/.test(line))).toEqual([
      "field-at-max: when size is at its maximum",
    ]);
    expect(lines).toContain("field-range-inversion: when min and max are the wrong way round");
    expect(lines).toContain("field-reference-missing: when authorId leads to nothing");
  });

  it("change forms where texts can say it", () => {
    const only: EdgeId[] = [
      "ec-field-missing-required",
      "ec-field-empty-string",
      "ec-field-wrong-type",
      "ec-field-null",
    ];
    expect(linesOf("form: { name: Ann, password: secret }", { expect: "200 400", only })).toEqual([
      "field-missing-required: when name is missing",
      "field-missing-required: when password is missing",
      "field-empty-string: when name is an empty text",
      "field-empty-string: when password is an empty text",
    ]);
  });

  it("have nothing to change in a text", () => {
    expect(linesOf("rawBody: hello")).toEqual([]);
    expect(linesOf("bodySchema: { type: array, items: { type: string } }")).toEqual([]);
  });
});
