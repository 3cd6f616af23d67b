import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

// What `standard` sends because the manifest gives a reason to, beyond its budget: one case of each.

function casesFor(text: string) {
  return casesOf(expandPlan(manifestOf(`baseUrl: http://localhost:1\n${text}`)));
}

/** Titles of the cases of the edges whose ids begin so. */
function titlesOf(text: string, ...beginnings: ReadonlyArray<string>): ReadonlyArray<string> {
  const isMeant = (edge = "") => beginnings.some((beginning) => edge.startsWith(beginning));
  return casesFor(text).flatMap(({ edge, title }) => (isMeant(edge) ? [title] : []));
}

const limits = ["ec-field-below", "ec-field-above", "ec-field-max", "ec-field-min", "ec-field-enum", "ec-field-format"];

const schema = `
      bodySchema:
        properties:
          key: { type: string, maxLength: 60 }
          name: { type: string, minLength: 2, maxLength: 80 }
          status: { enum: [planned, done] }
          priority: { type: integer, minimum: 1, maximum: 5 }
          startsOn: { type: string, format: date }
          endsOn: { type: string, format: date }`;

function create(keys: string, expectation: string): string {
  return `endpoints:
  DELETE /projects/{id}: 204
  POST /projects:
      body: { key: "{{$guid}}", name: Website }${keys}
      expect: ${expectation}\n`;
}

describe("a limit that stands in the schema", () => {
  it("is broken once, in the plainest field that has it", () => {
    expect(titlesOf(create(schema, "201 400"), ...limits)).toEqual([
      "POST /projects -> 400 when priority is below its minimum",
      "POST /projects -> 400 when priority is above its maximum",
      "POST /projects -> 400 when name is too short",
      "POST /projects -> 400 when name is too long",
      "POST /projects -> 400 when status is none of its values",
      'POST /projects -> 400 when startsOn is no date: "2024-13-01"',
    ]);
  });

  it("is broken without a declared code, too, but a format need not be enforced then", () => {
    expect(titlesOf(create(schema, "201"), "ec-field-max", "ec-field-format")).toEqual([
      "POST /projects -> 400|422 when name is too long",
      'POST /projects -> no 5xx when startsOn is no date: "2024-13-01"',
    ]);
  });

  it("leaves the budget to the others", () => {
    const others = (keys: string) =>
      casesFor(create(keys, "201")).filter(({ edge = "" }) => !limits.some((one) => edge.startsWith(one)));
    expect(others(schema).length).toBeGreaterThanOrEqual(others("").length);
  });

  it("is left alone by the profile minimal, and where `edges:` says off", () => {
    expect(titlesOf(`profile: minimal\n${create(schema, "201")}`, ...limits)).toEqual([]);
    expect(titlesOf(`edges: { ec-field-max-length-plus-1: off }\n${create(schema, "201")}`, "ec-field-max")).toEqual(
      [],
    );
  });
});

describe("an example that is plainly a date", () => {
  it.each(["200", "200 400"])("is no promise to refuse what is none, whatever is declared: %s", (codes) => {
    const text = `endpoints: { POST /people: { body: { name: Ann, born: 1990-05-01 }, expect: ${codes} } }`;
    expect(titlesOf(text, "ec-field-format")).toEqual(['POST /people -> no 5xx when born is no date: "2024-13-01"']);
  });
});

describe("a text with a quote", () => {
  it.each([
    ["in the query", "GET /search: { query: { limit: 5, q: a }, expect: 200 }", "GET /search -> no 5xx when q ends"],
    ["in a field", "POST /notes: { body: { text: a }, expect: 200 }", "POST /notes -> no 5xx when text ends"],
  ])("is sent %s", (_, endpoint, title) => {
    expect(titlesOf(`endpoints:\n  ${endpoint}\n`, "ec-inj-sql")).toEqual([expect.stringContaining(title)]);
  });

  it.each([
    ["the query only pages", "GET /search: { query: { limit: 5 }, expect: 200 }"],
    ["there is a path alone", "GET /search/7: 200"],
    ["what it makes would stay", "POST /notes: { body: { text: a }, expect: 201 }"],
  ])("is not sent where %s", (_, endpoint) => {
    expect(titlesOf(`endpoints:\n  ${endpoint}\n`, "ec-inj-sql")).toEqual([]);
  });
});

describe("an empty token", () => {
  it("is sent with the scheme, once an endpoint; 400 is right as well (RFC 6750, 3.1)", () => {
    const text =
      "auth: { ann: { bearer: t } }\nendpoints: { GET /a: 200 401, GET /b: 200, GET /c: { public: true, expect: 200 } }";
    const own = casesFor(text).filter(({ edge }) => edge === "ec-auth-scheme-only");
    expect(own.map(({ endpoint, expected, also }) => [endpoint, expected.text, also])).toEqual([
      ["GET /a", "401", [400]],
      ["GET /b", "400|401|403|404", []],
    ]);
  });
});

describe("a condition with a date that is none", () => {
  it("is sent to whoever declares 304, and is ignored or refused", () => {
    const text = "endpoints: { GET /a: 200 304, GET /b: 200 }";
    const own = casesFor(text).filter(({ edge }) => edge === "ec-if-modified-since-invalid");
    expect(own.map(({ endpoint, expected }) => [endpoint, expected.text])).toEqual([["GET /a", "200|400"]]);
  });
});
