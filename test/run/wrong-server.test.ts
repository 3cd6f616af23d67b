import { afterEach, describe, expect, it } from "vitest";
import { summarize } from "../../src/result/summary.ts";
import { type LibraryFaults, startLibrary } from "../servers/library.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

const suite = `
name: Library
baseUrl: http://localhost:1
auth: { reader: { bearer: "{{token}}" } }
endpoints:
  GET /books: 200 401
  POST /books: { body: { title: Dune }, expect: 201 400 401 422 }
  GET /books/{id}: 200 401 404
  DELETE /books/{id}: 204 401 404
`;

let server: Awaited<ReturnType<typeof startLibrary>> | undefined;

async function runWith(faults: LibraryFaults) {
  server = await startLibrary(faults);
  return runAgainst(server.url, suite, { values: { token: "open-sesame" } });
}

afterEach(async () => {
  await server?.close();
});

describe("a suite that runs against a server of somebody else's", () => {
  it("is green where the server is right", async () => {
    const run = await runWith({});
    expect(notPassed(run)).toEqual([]);
    expect(summarize(run)).toMatchObject({ failed: 0, errored: 0, inconclusive: 0, checks: { failed: 0 } });
    expect(summarize(run).passed).toBeGreaterThan(15);
  });

  it("goes red at the 401s, and only there, where nobody is asked who they are", async () => {
    const run = await runWith({ isOpen: true });
    const red = redChecks(run);
    expect(red).toHaveLength(13);
    for (const check of red) expect(check).toMatch(/-> 401 .*: status-expected$/);
    // Creates without credentials have added to the list, and the first DELETE without them has deleted the book, so nothing can be said of what wanted to delete it after, nor of what that is the control of.
    expect(notPassed(run).filter((state) => !state.startsWith("failed"))).toEqual([
      "inconclusive  GET /books -> 200 with nothing more than before the refused creates",
      "inconclusive  DELETE /books/{id} -> no 5xx for every other book",
      "inconclusive  DELETE /books/{id} -> 401 with wrong credentials",
      "inconclusive  DELETE /books/{id} -> 401 with the wrong authentication scheme",
      "inconclusive  DELETE /books/{id} -> 401 with a scheme and nothing after it",
      "inconclusive  DELETE /books/{id} -> 404 when there is no such id",
      "inconclusive  GET /books/{id} -> 200 still there after the refused deletes",
      "inconclusive  DELETE /books/{id} -> 204",
      "inconclusive  GET /books/{id} -> 404 after it was deleted",
      "inconclusive  DELETE /books/{id} -> 404 when it is deleted again",
    ]);
  });

  it("goes red at the Location check alone where there is none", async () => {
    const run = await runWith({ hasNoLocation: true });
    expect(redChecks(run)).toEqual(["POST /books -> 201 creates a book: 201-location-present"]);
    // The id is in the body as well, so everything after it was proven.
    expect(notPassed(run)).toEqual(["failed  POST /books -> 201 creates a book"]);
  });

  it("goes red at the 404s alone where there is none", async () => {
    const run = await runWith({ hasNo404: true });
    expect(redChecks(run)).toEqual([
      "GET /books/{id} -> 404 when there is no such id: status-expected",
      "GET /books/{id} -> 4xx when id is no id: status-expected",
      "DELETE /books/{id} -> 404 when there is no such id: status-expected",
      "GET /books/{id} -> 404 after it was deleted: status-expected",
      "DELETE /books/{id} -> 404 when it is deleted again: status-expected",
    ]);
  });

  it("holds every 401 to be inconclusive where the token is dead", async () => {
    const run = await runWith({ isTokenDead: true });
    const states = notPassed(run);
    expect(states).toContain("failed  GET /books -> 200");
    expect(states).toContain("failed  POST /books -> 201 creates a book");
    const unauthorised = states.filter((state) => state.includes("-> 401 "));
    expect(unauthorised.length).toBe(16);
    for (const state of unauthorised) expect(state).toMatch(/^inconclusive/);
    expect(summarize(run).passed).toBe(0);
  });
});
