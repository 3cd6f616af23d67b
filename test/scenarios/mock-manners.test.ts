import { expect, it } from "vitest";
import { startMock } from "../../src/mock/server.ts";
import { mockVariables } from "../../src/mock/variables.ts";
import { manifestOf, notPassed, redChecks, runAgainst } from "../support/suite.ts";

/** Everything that a mock adds of its own accord, where a suite looks at it most closely. */
const shelf = `
name: Shelf
baseUrl: http://localhost:4010/v1
profile: thorough
auth:
  reader: { cookie: { name: sid, value: s1 } }
headers: { Origin: "http://localhost:5173" }
defaults: { errors: problem+json }
endpoints:
  GET /books:
    query: { page: 1, limit: 2 }
    expect:
      200: { body: { items: [{ id: 1, title: Dune }], total: 1, page: 1, limit: 2, next: /v1/books } }
      304:
      401:
      422:
  POST /books: { body: { title: "{{$guid}}" }, expect: 201 401 409 422 }
  GET /books/{id}: 200 304 401 404
  DELETE /books/{id}: 204 401 404
  GET /films: { query: { limit: 1, offset: 0 }, expect: { 200: { body: [{ id: 1 }, { id: 2 }, { id: 3 }] } } }
  POST /reports: { body: { year: 2024 }, expect: { 202: { body: { id: 1, status: queued } }, 401: } }
  GET /reports/{id}: { expect: { 200: { body: { id: 1, status: done } }, 304: , 401: , 404: } }
  GET /search: { public: true, expect: { 200: {}, 429: { burst: 6 } } }
`;

it.each([0, 7])(
  "the suite of a manifest with pages, pages of browsers, jobs and limits is green with the seed %i",
  async (seed) => {
    const values = mockVariables(manifestOf(shelf));
    const mock = await startMock(manifestOf(shelf), { variables: values, seed });
    try {
      const run = await runAgainst(mock.url, shelf, { values });
      expect(redChecks(run)).toEqual([]);
      expect(notPassed(run)).toEqual([]);
    } finally {
      await mock.close();
    }
  },
  120_000,
);
