import { describe, expect, it } from "vitest";
import type { Expectation } from "../../src/manifest/model.ts";
import { endpointOf, manifestOf, only, textAt } from "./parse-text.ts";

function expectationsOf(lines: string, files: Record<string, string> = {}): ReadonlyArray<Expectation> {
  return endpointOf(`  POST /a:\n    body: { a: 1 }\n    expect:\n${lines}`, files).expect;
}

describe("codes", () => {
  it.each([
    ["200", ["200"]],
    ["200 404", ["200", "404"]],
    ["400|422 2xx", ["400|422", "2xx"]],
    ["[200, '404 5XX']", ["200", "404", "5xx"]],
    ["{ 200: null, 4xx: {}, 201|202: [] }", ["200", "4xx", "201|202"]],
    ["{ '200 201': { under: 1s } }", ["200", "201"]],
    ["'  200   404 '", ["200", "404"]],
  ])("%s", (written, texts) => {
    const manifest = manifestOf(`baseUrl: http://localhost\nendpoints:\n  GET /a: { expect: ${written} }`);
    const codes = only(manifest.endpoints).expect;
    expect(codes.map((each) => each.codes.text)).toEqual(texts);
    expect(codes.map(({ span }) => textAt(manifest, span).toLowerCase())).toEqual(texts);
  });

  it("are told apart from classes", () => {
    expect(endpointOf("  GET /a: 400|5xx|422").expect[0]?.codes).toEqual({
      text: "400|5xx|422",
      codes: [400, 422],
      classes: [5],
    });
  });
});

describe("expectations", () => {
  it("have every key", () => {
    const [first] = expectationsOf(`      200:
        name: all of it
        headers: { A: x, B: /^x.y$/, C: true, D: false, E: [a, 2], F: 3 }
        body: { items: [] }
        equals: { total: 0 }
        schema: { type: object }
        under: 1.5s
        tests: pm.test("x", () => {});`);
    expect(first).toMatchObject({
      name: "all of it",
      response: {
        headers: [
          { kind: "equals", name: "A", value: "x" },
          { kind: "matches", name: "B", pattern: "^x.y$" },
          { kind: "present", name: "C" },
          { kind: "absent", name: "D" },
          { kind: "any", name: "E", values: ["a", "2"] },
          { kind: "equals", name: "F", value: "3" },
        ],
        body: { items: [] },
        equals: { total: 0 },
        schema: { type: "object" },
        underMs: 1500,
        tests: 'pm.test("x", () => {});',
      },
    });
  });

  it("have what provokes them", () => {
    const { endpoints } = manifestOf(`baseUrl: http://localhost
auth: { member: { bearer: a }, admin: { bearer: b } }
endpoints:
  POST /a/{id}:
    path: { id: 1 }
    expect:
      403: { when: { as: admin, headers: { X: down, Y: null }, query: { q: 1 }, path: { id: 2 } } }
      401: { when: { as: none } }
      422: { when: { body: { a: null, b: [1] } } }
      400: { when: { rawBody: "{", method: PUT } }
      429: { burst: 12 }`);
    const nothing = { headers: {}, query: {}, path: {} };
    expect(only(endpoints).expect.map(({ when, burst }) => when ?? burst)).toEqual([
      { as: "admin", headers: { X: "down", Y: null }, query: { q: "1" }, path: { id: "2" } },
      { ...nothing, as: null },
      { ...nothing, body: { a: null, b: [1] } },
      { ...nothing, rawBody: "{", method: "PUT" },
      12,
    ]);
  });

  it("may be several for one code", () => {
    const entries = expectationsOf("      422: [{ name: one, when: { body: { a: 2 } } }, { name: two }]\n      200:");
    expect(entries.map(({ codes, name }) => [codes.text, name])).toEqual([
      ["422", "one"],
      ["422", "two"],
      ["200", undefined],
    ]);
  });

  it("read schemas and scripts from files", () => {
    const files = { "s/book.yaml": "type: object\n", "s/check.js": "pm.test('y', () => {});\n" };
    const [first] = expectationsOf("      200: { schema: s/book.yaml, tests: s/check.js }", files);
    expect(first?.response).toEqual({ headers: [], schema: { type: "object" }, tests: files["s/check.js"] });
  });
});
