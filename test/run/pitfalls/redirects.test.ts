import { describe, expect, it } from "vitest";
import { exitCode } from "../../../src/result/exit-code.ts";
import { collectionOf, manifestOf, notPassed } from "../../support/suite.ts";
import { type Answer, send, states, textOf, tryOut } from "./try-out.ts";

/** Sends everybody on who does not ask for the target. */
const onwards: Answer = (response, { url }) => {
  if (url === "/target") return send(response, 200);
  response.setHeader("Location", url === "/circle" ? "/circle" : "/target");
  return send(response, url === "/kept" ? 307 : 302);
};

describe("a redirect", () => {
  it("is an answer, and not followed", async () => {
    const wrong = { "GET /a": 200 };
    const { run, seen } = await tryOut({ endpoints: wrong }, onwards);
    expect(states(run)).toEqual(["failed GET /a -> 200"]);
    expect(run.cases[0]?.attempts[0]?.response?.status).toBe(302);
    expect(seen.map(({ url }) => url)).toEqual(["/a"]);
    expect(exitCode(run)).toBe(1);
  });

  it("is one request, with the method and the body that were declared", async () => {
    const endpoints = {
      "POST /moved": { body: { a: 1 }, expect: 302 },
      "PUT /kept": { body: { a: 1 }, expect: 307 },
    };
    const { run, seen } = await tryOut({ endpoints }, onwards, { lanes: 1 });
    expect(notPassed(run)).toEqual([]);
    expect(seen.map(({ method, url, body }) => [method, url, JSON.parse(body)])).toEqual([
      ["POST", "/moved", { a: 1 }],
      ["PUT", "/kept", { a: 1 }],
    ]);
  });

  it("that leads to itself is an answer, and no error of the client", async () => {
    const { run, seen } = await tryOut({ endpoints: { "GET /circle": 302 } }, onwards);
    expect(notPassed(run)).toEqual([]);
    expect(seen).toHaveLength(1);
  });

  it("is not followed in Postman and plain Newman either, whatever they are told", () => {
    const manifest = manifestOf(textOf({ profile: "thorough", endpoints: { "GET /a": [302, 404], "POST /b": 201 } }));
    const { collection } = collectionOf(manifest);
    const items = collection.item.flatMap((folder) => folder.item).flatMap((item) => ("item" in item ? [] : [item]));
    expect(items.length).toBeGreaterThan(10);
    expect(new Set(items.map((item) => item.protocolProfileBehavior.followRedirects))).toEqual(new Set([false]));
  });

  it("is followed by the others of a burst, whose last request alone is the case", async () => {
    const burst = { "GET /a": { expect: { 429: { burst: 4 } } } };
    const { run, seen } = await tryOut({ endpoints: burst }, onwards);
    // What the others came to at the target is not the answer of what was asked.
    expect(seen.filter(({ url }) => url === "/target").length).toBeGreaterThan(0);
    expect(run.cases.map(({ attempts }) => attempts.map(({ response }) => response?.status))).toEqual([[302]]);
    expect(states(run).map((state) => state.split(" ")[0])).toEqual(["failed"]);
  });
});
