import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { runAgainst } from "../support/suite.ts";
import { type Blunt, startBlunt } from "./blunt.ts";
import { sendable, shelf } from "./shelf.ts";

/** The happy request once more: what is sent is no mistake, so there is nothing to answer 500 to. */
const harmless = new Set(["ec-duplicate-create", "ec-deleted-delete"]);

let server: Blunt;
let run: Run;

beforeAll(async () => {
  server = await startBlunt({ ETag: '"1"', "Last-Modified": "Wed, 21 Oct 2015 07:28:00 GMT" });
  await runAgainst(server.url, shelf("none"));
  server.stopLearning();
  run = await runAgainst(server.url, shelf("edges"));
}, 300_000);

afterAll(() => server.close());

describe("against a server that knows its happy requests, and answers 500 to anything else", () => {
  it.each(sendable.filter((id) => !harmless.has(id)))("%s is red", (id) => {
    const became = outcomes(run.cases);
    const own = run.cases.filter(({ edge }) => edge === id);
    expect(own.map((one) => `${became.get(one.id)}  ${one.title}`)).toEqual(own.map((one) => `failed  ${one.title}`));
    expect(own.length).toBeGreaterThan(0);
  });
});
