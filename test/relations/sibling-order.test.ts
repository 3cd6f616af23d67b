import { afterEach, describe, expect, it } from "vitest";
import { blames } from "../../src/result/blame.ts";
import type { Run } from "../../src/result/model.ts";
import { type Habit, startAddresses } from "../servers/addresses.ts";
import type { Running } from "../servers/listen.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

// The first item is deleted last: what that says of a server that is right, and of one that is not.

let server: Running | undefined;

afterEach(async () => {
  await server?.close();
});

async function runWith(habit: Habit, rules = "{}"): Promise<Run> {
  server = await startAddresses(habit);
  const suite = `
name: Addresses
baseUrl: http://localhost:1
rules: ${rules}
endpoints:
  POST /addresses: { body: { street: Elm Street }, expect: 201 422 }
  GET /addresses/{id}: 200 404
  DELETE /addresses/{id}: 204 404
`;
  return runAgainst(server.url, suite);
}

/** `title: code` of the DELETEs that were sent to an address, and of what was read for their sake. */
function ends(run: Run): ReadonlyArray<string> {
  const about = /every other|another|-> 204$|cleans up/;
  const sent = run.cases.filter(({ method, title }) => method !== "POST" && about.test(title));
  return sent.map(({ title, attempts }) => `${title}: ${attempts.at(-1)?.response?.status}`);
}

const reread = "GET /addresses/{id} -> 200 still there after another address was deleted";

describe("a server that is right", () => {
  it.each(["every-address-may-go", "the-first-goes-last"] as const)("%s, and all are deleted", async (habit) => {
    const run = await runWith(habit);
    expect(notPassed(run)).toEqual([]);
    expect(ends(run)).toEqual([
      "DELETE /addresses/{id} -> no 5xx for every other address: 204",
      `${reread}: 200`,
      "DELETE /addresses/{id} -> 204: 204",
    ]);
    expect(server?.size()).toBe(0);
  });

  it("keeps the second one, which the clean-up deletes in the end", async () => {
    const run = await runWith("the-newest-is-the-default");
    expect(notPassed(run)).toEqual([]);
    expect(ends(run)).toEqual([
      // All others but the newest.
      "DELETE /addresses/{id} -> no 5xx for every other address: 204",
      `${reread}: 200`,
      "DELETE /addresses/{id} -> 204: 204",
      "DELETE /addresses/{id} -> 2xx|404|410 cleans up what is left: 204",
    ]);
    expect(server?.size()).toBe(0);
  });
});

describe("a server whose DELETE takes all", () => {
  it.each(["a-delete-takes-all", "a-delete-takes-all-and-never-misses"] as const)("%s: said once", async (habit) => {
    const run = await runWith(habit);
    expect(redChecks(run)).toEqual([`${reread}: delete-takes-one`]);
    const found = run.cases.find(({ title }) => title === reread)?.id;
    expect(blames(run.cases).get("DELETE /addresses/{id} > 204")).toBe(found);
    expect(notPassed(run)).toContain("inconclusive  DELETE /addresses/{id} -> 204");
  });

  it("is red at the DELETE of the first one where the other is only warned of", async () => {
    const run = await runWith("a-delete-takes-all", "{ delete-takes-one: warning }");
    expect(redChecks(run)).toContain("DELETE /addresses/{id} -> 204: status-expected");
  });
});

describe("a server that cannot delete", () => {
  it("is red at the DELETE of the first one, and not for the others as well", async () => {
    const run = await runWith("a-delete-crashes");
    expect(redChecks(run)).toContain("DELETE /addresses/{id} -> 204: status-expected");
    expect(notPassed(run)).toContain("inconclusive  DELETE /addresses/{id} -> no 5xx for every other address");
  });
});
