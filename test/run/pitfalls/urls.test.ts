import { describe, expect, it } from "vitest";
import { exitCode } from "../../../src/result/exit-code.ts";
import { mistakes, send, states, tryOut, unfit } from "./try-out.ts";

const paths = (seen: ReadonlyArray<{ readonly url: string }>) => seen.map(({ url }) => url);

describe("the value of a path parameter", () => {
  const awkward = "a/b?c#d e%";

  it("is encoded, so that it stays one segment", async () => {
    const { seen } = await tryOut(
      {
        endpoints: {
          "GET /written/{id}": { path: { id: awkward }, expect: 200 },
          "GET /colon/{id}": { path: { id: ":id" }, expect: 200 },
          "GET /row/{id}": { path: { id: "{{id}}" }, data: [{ id: awkward }], expect: 200 },
        },
      },
      undefined,
      { lanes: 1 },
    );
    expect(paths(seen)).toEqual(["/written/a%2Fb%3Fc%23d%20e%25", "/colon/%3Aid", "/row/a%2Fb%3Fc%23d%20e%25"]);
  });

  it.each(["$.id", "Location"])("is encoded where the server made it: %s", async (place) => {
    const endpoints = {
      "POST /things": { body: { a: 1 }, ...(place === "$.id" && { capture: { id: place } }), expect: 201 },
      "GET /things/{id}": 200,
    };
    const { run, seen } = await tryOut({ endpoints }, (response, { method }) => {
      if (method === "POST") response.setHeader("Location", `/things/${encodeURIComponent(awkward)}`);
      send(response, method === "POST" ? 201 : 200, { id: awkward });
    });
    expect(paths(seen)).toContain("/things/a%2Fb%3Fc%23d%20e%25");
    expect(states(run)).toContain("passed GET /things/{id} -> 200");
  });

  it("is encoded where a flow saved it, also in a query", async () => {
    const steps = [
      { "GET /ticket": { expect: 200, save: { id: "$.id" } } },
      { "GET /seats/{id}": { query: { of: "{{id}}" }, expect: 200 } },
      { "GET /seats/{of}": { path: { of: "{{id}}" }, expect: 200 } },
    ];
    const { seen } = await tryOut({ flows: { Three: steps } }, (response) => send(response, 200, { id: awkward }));
    const encoded = encodeURIComponent(awkward);
    expect(paths(seen)).toEqual(["/ticket", `/seats/${encoded}?of=${encoded}`, `/seats/${encoded}`]);
  });

  it("is the environment's own until a flow has saved another one under its name", async () => {
    const steps = [
      { "GET /ticket": { query: { last: "{{id}}" }, expect: 200, save: { id: "$.id" } } },
      { "GET /seats/{id}": 200 },
    ];
    const { seen } = await tryOut({ flows: { Two: steps } }, undefined, { values: { id: "first" } });
    expect(paths(seen)[0]).toBe("/ticket?last=first");
  });

  it.each(["a/b", "a?b", "a#b"])("of an environment stands in the path as it is, so that %s is refused", (id) => {
    const divider = id[1];
    const found = [{ code: "value-does-not-fit", args: { name: "v", place: "path", divider } }];
    expect(unfit({ endpoints: { "GET /a/{id}": { path: { id: "{{v}}" }, expect: 200 } } }, { v: id })).toEqual(found);
    const when = { name: "x", when: { path: { id: "{{v}}" } } };
    const change = { "GET /a/{id}": { path: { id: 1 }, expect: { 200: null, 404: when } } };
    expect(unfit({ endpoints: change }, { v: id })).toEqual(found);
  });

  it("is never empty: that would ask for what is before it", () => {
    const of = (endpoint: object) => ({ endpoints: { "GET /a/{id}": { ...endpoint, expect: 200 } } });
    expect(mistakes(of({ path: { id: "" } }))).toEqual(["empty-param"]);
    expect(mistakes(of({ path: { id: "{{id}}" }, data: [{ id: "1" }, { id: "" }] }))).toEqual(["empty-param"]);
    expect(unfit(of({ path: { id: "{{v}}" } }), { v: "" })).toEqual([
      { code: "value-does-not-fit", args: { name: "v", place: "path" } },
    ]);
  });

  it("is never empty where a server gives it", async () => {
    const saved = [{ "GET /ticket": { expect: 200, save: { id: "$.id" } } }, { "GET /seats/{id}": 200 }];
    const endpoints = { "POST /things": { body: { a: 1 }, expect: 200 }, "GET /things/{id}": 200 };
    const { run } = await tryOut({ flows: { Two: saved }, endpoints }, (response) => send(response, 200, { id: "" }));
    expect(states(run)).toEqual([
      "failed POST /things -> 200 creates a thing",
      "inconclusive GET /things/{id} -> 200",
      "failed 1 GET /ticket -> 200",
      "inconclusive 2 GET /seats/{id} -> 200",
    ]);
    expect(exitCode(run)).toBe(1);
  });

  it("is not written in the way of which Newman would leave the name behind", () => {
    expect(mistakes({ endpoints: { "GET /a/:id": 200 } })).toEqual(["bad-path"]);
  });
});

describe("the value of a query", () => {
  it("is encoded, and what an environment gives must be", async () => {
    const { seen } = await tryOut({ endpoints: { "GET /a": { query: { q: "a&b=c#d+e" }, expect: 200 } } });
    expect(paths(seen)).toEqual(["/a?q=a%26b%3Dc%23d%2Be"]);
    for (const divider of ["&", "#"]) {
      expect(unfit({ endpoints: { "GET /a": { query: { q: "{{v}}" }, expect: 200 } } }, { v: `a${divider}` })).toEqual([
        { code: "value-does-not-fit", args: { name: "v", place: "query", divider } },
      ]);
    }
    const key = {
      auth: { me: { apiKey: { in: "query", name: "key", value: "{{v}}" } } },
      endpoints: { "GET /a": 200 },
    };
    expect(unfit(key, { v: "a&admin=1" })).toMatchObject([{ args: { divider: "&" } }]);
  });
});
