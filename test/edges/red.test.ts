import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { runAgainst } from "../support/suite.ts";
import { type Blunt, startBlunt } from "./blunt.ts";
import { library, sendable } from "./library.ts";

const values = {
  token: "of-a-member",
  adminToken: "of-an-admin",
  strangerToken: "of-a-stranger",
  password: "open-sesame",
  key: "of-a-machine",
  session: "of-a-visitor",
};

/** The same request as the happy one: what is sent is no mistake, so there is nothing to answer 500 to. */
const harmless = new Set(["ec-method-safe-no-side-effect"]);

let server: Blunt;
let run: Run;

beforeAll(async () => {
  server = await startBlunt();
  await runAgainst(server.url, library("none"), { values });
  server.stopLearning();
  run = await runAgainst(server.url, library("edges"), { values });
}, 300_000);

afterAll(() => server.close());

describe("against a server that knows its happy requests, and answers 500 to anything else", () => {
  it("the happy cases pass", () => {
    const became = outcomes(run.cases);
    const controls = run.cases.filter(
      ({ edge, origin, title }) => edge === undefined && origin === "declared" && / -> 20/.test(title),
    );
    expect(controls.map(({ id }) => became.get(id))).toEqual(controls.map(() => "passed"));
    expect(controls.length).toBeGreaterThan(10);
  });

  it.each(sendable.filter((id) => !harmless.has(id)))("%s is red", (id) => {
    const became = outcomes(run.cases);
    const own = run.cases.filter(({ edge }) => edge === id);
    expect(own.map((one) => `${became.get(one.id)}  ${one.title}`)).toEqual(own.map((one) => `failed  ${one.title}`));
    expect(own.length).toBeGreaterThan(0);
  });
});
