import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

function titles(text: string): ReadonlyArray<string> {
  return expandPlan(manifestOf(`baseUrl: http://localhost:1\n${text}`)).groups.flatMap(({ name, cases }) => [
    name,
    ...cases.map((one) => `  ${one.title}${one.unproven === undefined ? "" : `  (unproven: ${one.unproven})`}`),
  ]);
}

describe("the plan of a manifest", () => {
  it("is the lifecycle of a resource: create, read, update, negatives, delete, read again", () => {
    expect(
      titles(`
auth: { member: { bearer: "{{t}}" } }
endpoints:
  POST /books: { body: { title: Dune, pages: 412 }, expect: 201 400 401 409 415 422 }
  GET /books/{id}: 200 304 401 404
  PUT /books/{id}: { body: { title: Dune Messiah, pages: 256 }, expect: 200 404 412 }
  DELETE /books/{id}: 204 404
`),
    ).toMatchInlineSnapshot(`
      [
        "books",
        "  POST /books -> 201 creates a book",
        "  GET /books/{id} -> 200 at the Location that POST /books gave",
        "  GET /books/{id} -> 200 returns what was created",
        "  GET /books/{id} -> 200 for another validator than its own",
        "  GET /books/{id} -> 304 when nothing has changed",
        "  POST /books -> 409 when the same book exists already",
        "  PUT /books/{id} -> 404 when there is no such id",
        "  PUT /books/{id} -> 412 when it has changed since it was read",
        "  PUT /books/{id} -> 401|403|404 without credentials",
        "  PUT /books/{id} -> 401|403|404 with wrong credentials",
        "  PUT /books/{id} -> 400|401|403|404 with a scheme and nothing after it",
        "  PUT /books/{id} -> 400|422 when the body is not JSON",
        "  GET /books/{id} -> 200 the same after the refused writes",
        "  PUT /books/{id} -> 200",
        "  GET /books/{id} -> 200 shows what PUT changed",
        "  POST /books -> 400 when the body is not JSON",
        "  POST /books -> 401 without credentials",
        "  POST /books -> 401 with wrong credentials",
        "  POST /books -> 401 with the wrong authentication scheme",
        "  POST /books -> 401 with a scheme and nothing after it",
        "  POST /books -> 415 when the media type of the body is not supported",
        "  POST /books -> 422 when title is missing",
        "  POST /books -> 422 when pages is missing",
        "  POST /books -> 422 when title has a wrong type",
        "  POST /books -> 422 when pages has a wrong type",
        "  POST /books -> no 5xx when title ends a text of SQL",
        "  GET /books/{id} -> 401 without credentials",
        "  GET /books/{id} -> 401 with wrong credentials",
        "  GET /books/{id} -> 401 with the wrong authentication scheme",
        "  GET /books/{id} -> 401 with a scheme and nothing after it",
        "  GET /books/{id} -> 404 when there is no such id",
        "  GET /books/{id} -> 200|400 when it has changed since a date that is none",
        "  GET /books/{id} -> 4xx when id is no id",
        "  GET /books/{id} -> no 5xx when id has a percent sign and no digits",
        "  GET /books/{id} -> 3xx|4xx of a route that nobody knows",
        "  PUT /books/{id} -> no 5xx when the body is null",
        "  PUT /books/{id} -> no 5xx when the body is empty",
        "  PUT /books/{id} -> no 5xx when the body is {}",
        "  DELETE /books/{id} -> no 5xx for every other book",
        "  DELETE /books/{id} -> 404 when there is no such id",
        "  DELETE /books/{id} -> 401|403|404 without credentials",
        "  DELETE /books/{id} -> 401|403|404 with wrong credentials",
        "  DELETE /books/{id} -> 400|401|403|404 with a scheme and nothing after it",
        "  GET /books/{id} -> 200 still there after the refused deletes",
        "  DELETE /books/{id} -> 204",
        "  GET /books/{id} -> 404 after it was deleted",
        "  DELETE /books/{id} -> 404 when it is deleted again",
        "  DELETE /books/{id} -> 2xx|404|410 cleans up what is left",
      ]
    `);
  });

  it("of three codes on one line is what a reader expects", () => {
    expect(titles("endpoints:\n  GET /books/{id}: { path: { id: 7 }, expect: 200 404 503 }")).toMatchInlineSnapshot(`
      [
        "books",
        "  GET /books/{id} -> 200",
        "  GET /books/{id} -> 404 when there is no such id",
        "  GET /books/{id} -> 503  (unproven: say how your API is told to fail: \`503: { when: { headers: { X-Simulate: down } } }\`)",
        "  GET /books/{id} -> no 5xx when id is no id",
        "  GET /books/{id} -> no 5xx when id is larger than any integer",
        "  GET /books/{id} -> no 5xx when id has a percent sign and no digits",
        "  GET /books/{id} -> no 5xx when id is a NUL",
        "  GET /books/{id} -> 3xx|4xx of a route that nobody knows",
        "  GET /books/{id} -> no 5xx when the query has a percent sign and no digits",
      ]
    `);
  });

  it("has only what is declared in the minimal profile", () => {
    expect(
      titles(`
profile: minimal
auth: { member: { bearer: "{{t}}" } }
endpoints:
  POST /books: { body: { title: Dune }, expect: 201 }
  GET /books/{id}: 200
  DELETE /books/{id}: 204
`),
    ).toMatchInlineSnapshot(`
      [
        "books",
        "  POST /books -> 201 creates a book",
        "  GET /books/{id} -> 200",
        "  DELETE /books/{id} -> no 5xx for every other book",
        "  DELETE /books/{id} -> 204",
        "  DELETE /books/{id} -> 2xx|404|410 cleans up what is left",
      ]
    `);
  });

  it("keeps resources below a resource inside of its lifetime", () => {
    expect(
      titles(`
profile: minimal
endpoints:
  POST /carts: { body: { currency: EUR }, expect: 201 }
  GET /carts/{cart}/items: 200
  POST /carts/{cart}/items: { body: { sku: A1 }, expect: 201 404 }
  DELETE /carts/{cart}/items/{item}: 204
  DELETE /carts/{cart}: 204
`),
    ).toMatchInlineSnapshot(`
      [
        "carts",
        "  POST /carts -> 201 creates a cart",
        "  POST /carts/{cart}/items -> 201 creates an item",
        "  GET /carts/{cart}/items -> 200",
        "  POST /carts/{cart}/items -> 404 when there is no such cart",
        "  DELETE /carts/{cart}/items/{item} -> no 5xx for every other item",
        "  DELETE /carts/{cart}/items/{item} -> 204",
        "  DELETE /carts/{cart}/items/{item} -> 2xx|404|410 cleans up what is left",
        "  DELETE /carts/{cart} -> no 5xx for every other cart",
        "  DELETE /carts/{cart} -> 204",
        "  DELETE /carts/{cart} -> 2xx|404|410 cleans up what is left",
      ]
    `);
  });

  it("keeps a resource that needs another's inside of its lifetime, and loses none of them", () => {
    const text = `
profile: minimal
endpoints:
  GET /users/{user}/books/{book}: { path: { book: { from: POST /books, get: $.id } }, expect: 200 }
  POST /books: { body: { title: Dune }, expect: 201 }
  DELETE /books/{id}: 204
  POST /users: { body: { name: Ann }, expect: 201 }
  DELETE /users/{user}: 204
`;
    expect(titles(text).filter((title) => !/cleans|every other/.test(title))).toEqual([
      "books",
      "  POST /users -> 201 creates a user",
      "  POST /books -> 201 creates a book",
      "  GET /users/{user}/books/{book} -> 200",
      "  DELETE /books/{id} -> 204",
      "  DELETE /users/{user} -> 204",
    ]);
  });

  it("says what to write for each code that nothing provokes", () => {
    expect(
      titles("endpoints:\n  GET /quiet: 200 401 403 404 409 429 503\n  POST /act: { body: { a: 1 }, expect: 200 409 }"),
    ).toMatchInlineSnapshot(`
      [
        "quiet",
        "  GET /quiet -> 200",
        "  GET /quiet -> 401  (unproven: the endpoint is public: say what is wrong with the request, \`401: { when: { ... } }\`)",
        "  GET /quiet -> 403  (unproven: say who is refused: \`403: { when: { as: <identity> } }\`)",
        "  GET /quiet -> 404  (unproven: there is no path parameter: say what is unknown, \`404: { when: { query: { ... } } }\`)",
        "  GET /quiet -> 409  (unproven: say what conflicts: \`409: { when: { body: { ... } } }\`, or write a flow)",
        "  GET /quiet -> 429  (unproven: say how many requests at once exceed the limit: \`429: { burst: 20 }\`)",
        "  GET /quiet -> 503  (unproven: say how your API is told to fail: \`503: { when: { headers: { X-Simulate: down } } }\`)",
        "  GET /quiet -> 3xx|4xx of a route that nobody knows",
        "  GET /quiet -> no 5xx when the query has a percent sign and no digits",
        "act",
        "  POST /act -> 200",
        "  POST /act -> 409  (unproven: say what conflicts: \`409: { when: { body: { ... } } }\`, or write a flow)",
        "  POST /act -> 400|422 when the body is not JSON",
        "  POST /act -> no 5xx when the body is null",
        "  POST /act -> no 5xx when the body is empty",
        "  POST /act -> no 5xx when the body is {}",
        "  POST /act -> no 5xx when a has a wrong type",
      ]
    `);
  });

  it("takes a field for required unless it is optional, and asks no PATCH for all of them", () => {
    const text = `
endpoints:
  POST /a: { body: { name: x, note: y }, optional: [note], expect: 200 422 }
  PATCH /a: { body: { name: x }, expect: 200 422 }
  POST /b: { bodySchema: { type: object, required: [n], properties: { n: { type: number }, m: {} }, example: { n: 1, m: 2 } }, expect: 200 400 }
`;
    expect(titles(text).filter((title) => title.includes("missing"))).toEqual([
      "  POST /a -> 422 when name is missing",
      "  POST /b -> 400 when n is missing",
    ]);
  });

  it("lets policies decide where the declared codes do not", () => {
    const text = (policy: string) => `
policy: ${policy}
endpoints:
  POST /a: { body: { name: x }, expect: 201 400 422 }
  POST /b: { body: { name: x }, expect: 201 400 }
`;
    const missing = (policy: string) => titles(text(policy)).filter((title) => title.includes("missing"));
    expect(missing("{}")).toEqual(["  POST /a -> 422 when name is missing", "  POST /b -> 400 when name is missing"]);
    expect(missing("{ validation: 400 }")[0]).toBe("  POST /a -> 400 when name is missing");
    expect(missing("{ validation: 422 }")[1]).toBe("  POST /b -> 400 when name is missing");
  });

  it("sends one happy case for each row, its values escaped for where they stand", () => {
    const manifest = manifestOf(`
baseUrl: http://localhost:1
endpoints:
  POST /search/{kind}:
    path: { kind: "{{kind}}" }
    body: { q: "{{q}}" }
    data: [ { kind: a/b, q: 'say "hi"' }, { kind: c, q: "2" } ]
    expect: 200
`);
    const [first, second] = casesOf(expandPlan(manifest));
    expect(first?.request?.path).toBe("/search/a%2Fb");
    expect(first?.request?.body).toEqual({ kind: "text", isJson: true, text: '{\n  "q": "say \\"hi\\""\n}' });
    expect(second?.title).toBe("POST /search/{kind} -> 200 (row 2)");
  });

  it("is the same twice, with an id of its own for each case", () => {
    const text =
      "baseUrl: http://localhost:1\nendpoints:\n  POST /a: { body: { x: 1, y: 2 }, expect: 201 422 409 400 }\n";
    const ids = casesOf(expandPlan(manifestOf(text))).map(({ id }) => id);
    expect(ids).toEqual(casesOf(expandPlan(manifestOf(text))).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
