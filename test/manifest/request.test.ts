import { describe, expect, it } from "vitest";
import { endpointOf, endpointsOf, manifestOf, mistakesOf, sourcesOf } from "./parse-text.ts";

describe("requests", () => {
  it("have texts in query and headers, numbers as they are written", () => {
    const endpoint = endpointOf(`  GET /search:
    summary: Full-text search
    tags: [smoke, slow]
    query: { q: dune, page: 1.0, all: true, zip: 007 }
    headers: { X-Tenant: t1 }
    expect: 200`);
    expect(endpoint).toMatchObject({
      summary: "Full-text search",
      tags: ["smoke", "slow"],
      method: "GET",
      path: "/search",
      query: { q: "dune", page: "1.0", all: "true", zip: "007" },
      headers: { "X-Tenant": "t1" },
    });
  });

  it.each([
    ["rawBody: hello", { kind: "raw", text: "hello" }],
    ["rawBody: { text: <a/>, contentType: text/xml }", { kind: "raw", text: "<a/>", contentType: "text/xml" }],
    ["form: { a: 1, b: x }", { kind: "form", fields: { a: "1", b: "x" } }],
    [
      "multipart: { title: Dune, cover: { file: cover.png } }",
      {
        kind: "multipart",
        parts: [
          { name: "title", value: "Dune" },
          { name: "cover", file: "cover.png" },
        ],
      },
    ],
    ["body: [1, null, { a: true }]", { kind: "json", value: [1, null, { a: true }], optional: [] }],
    ["body: null", { kind: "json", value: null, optional: [] }],
    ["body: { a: 1, b: 2 }\n    optional: [b]", { kind: "json", value: { a: 1, b: 2 }, optional: ["b"] }],
  ])("%s", (lines, body) => {
    expect(endpointOf(`  POST /a:\n    ${lines}\n    expect: 201`, { "cover.png": "" }).body).toEqual(body);
  });

  it("take what is optional from the schema of the body", () => {
    const schema = { type: "object", required: ["title"], properties: { title: {}, pages: {} } };
    const files = { "schemas/book.json": JSON.stringify(schema) };
    const lines = "  POST /a: { bodySchema: schemas/book.json, body: { title: x, pages: 1 }, expect: 201 }";
    expect(endpointOf(lines, files).body).toEqual({
      kind: "json",
      value: { title: "x", pages: 1 },
      optional: ["pages"],
      schema,
    });
  });

  it.each(["example: { a: 1 }", "examples: [{ a: 1 }, { a: 2 }]", "default: { a: 1 }"])(
    "send the schema's %s",
    (line) => {
      const endpoint = endpointOf(
        `  POST /a:\n    bodySchema:\n      type: object\n      required: [a]\n      ${line}\n    expect: 201`,
      );
      expect(endpoint.body).toMatchObject({ kind: "json", value: { a: 1 }, optional: [] });
    },
  );

  it.each([
    ["public: true", undefined],
    ["public: false", "member"],
    ["as: none", undefined],
    ["as: admin", "admin"],
    ["tags: []", "member"],
  ])("with %s are sent by %s", (line, identity) => {
    const { endpoints } = manifestOf(
      `baseUrl: http://localhost\nauth: { member: { bearer: a }, admin: { bearer: b } }\nendpoints:\n  GET /a: { ${line}, expect: 200 }`,
    );
    expect(endpoints[0]?.identity).toBe(identity);
  });

  it("repeat for each row of data", () => {
    const csv = '\ufeffq, total\ndune,1\n\n"a, b",2\n';
    const lines = '  GET /a: { data: rows.csv, query: { q: "{{q}}" }, expect: 200 }';
    const rows = [
      { q: "dune", total: "1" },
      { q: "a, b", total: "2" },
    ];
    expect(endpointOf(lines, { "rows.csv": csv }).rows).toEqual(rows);
    const json = '[{"q":"dune","total":1},{"q":"a, b","total":2}]';
    expect(endpointOf(lines.replace("csv", "json"), { "rows.json": json }).rows).toEqual(rows);
    expect(endpointOf(lines.replace("rows.csv", "[{ q: dune, total: 1 }, { q: 'a, b', total: 2 }]")).rows).toEqual(
      rows,
    );
  });
});

describe("path parameters", () => {
  it("come from path:, nearest first", () => {
    const { endpoints } = manifestOf(`baseUrl: http://localhost
path: { tenant: acme, id: 7 }
endpoints:
  GET /{tenant}/a/{id}: { path: { id: "x/y" }, expect: 200 }`);
    expect(endpoints[0] && sourcesOf(endpoints[0])).toEqual({
      tenant: { kind: "literal", value: "acme" },
      id: { kind: "literal", value: "x/y" },
    });
  });

  it("come from another endpoint", () => {
    const [, get] = endpointsOf(`  POST /carts/new: 201
  GET /carts/{cart}: { path: { cart: { from: POST  /carts/new, get: "$.cart['the id'][0]" } }, expect: 200 }`);
    expect(get && sourcesOf(get)).toEqual({
      cart: { kind: "created", by: "POST /carts/new", get: ["cart", "the id", 0] },
    });
  });

  it("come from the POST before them, whatever parameters are called there", () => {
    const endpoints = endpointsOf(`  POST /orgs: 201
  POST /orgs/{org}/books: 201
  GET /orgs/{orgId}/books/{book}: 200`);
    expect(endpoints[2] && sourcesOf(endpoints[2])).toEqual({
      orgId: { kind: "created", by: "POST /orgs" },
      book: { kind: "created", by: "POST /orgs/{org}/books" },
    });
  });

  it("come from the only capture, under whatever name", () => {
    const endpoints = endpointsOf(`  POST /books: { capture: { id: $.data.id }, expect: 201 }
  GET /books/{id}: 200
  GET /books/{bookId}/reviews: 200`);
    expect(endpoints[0]?.capture).toEqual({ id: ["data", "id"] });
    expect(endpoints[1] && sourcesOf(endpoints[1])).toEqual({ id: { kind: "created", by: "POST /books" } });
    expect(endpoints[2] && sourcesOf(endpoints[2])).toEqual({
      bookId: { kind: "created", by: "POST /books", get: ["data", "id"] },
    });
  });

  it("are not variables in a path", () => {
    const { endpoints, variables } = manifestOf(
      'baseUrl: http://localhost\nendpoints:\n  "GET /{{version}}/${BRANCH}/{id}": { path: { id: 1 }, expect: 200 }',
    );
    expect(endpoints[0]).toMatchObject({
      id: "GET /{{version}}/{{BRANCH}}/{id}",
      path: "/{{version}}/{{BRANCH}}/{id}",
    });
    expect(endpoints[0]?.params.map(({ name }) => name)).toEqual(["id"]);
    expect(variables).toMatchObject([
      { name: "version", isFromProcess: false },
      { name: "BRANCH", isFromProcess: true },
    ]);
  });

  it("cannot come from each other", () => {
    const codes = mistakesOf(`baseUrl: http://localhost
endpoints:
  POST /a/{b}/x: { path: { b: { from: "POST /b/{a}/x" } }, expect: 201 }
  POST /b/{a}/x: { path: { a: { from: "POST /a/{b}/x" } }, expect: 201 }`).map(({ code }) => code);
    expect(codes).toEqual(["param-cycle", "param-cycle"]);
  });
});
