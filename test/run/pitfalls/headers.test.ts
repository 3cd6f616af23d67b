import { describe, expect, it } from "vitest";
import { exitCode } from "../../../src/result/exit-code.ts";
import { evaluate } from "../../support/script.ts";
import { mistakes, send, states, tryOut } from "./try-out.ts";

describe("a header that cannot be sent", () => {
  it("is refused where it is written", () => {
    const of = (headers: object) => ({ endpoints: { "GET /a": { headers, expect: 200 } } });
    expect(mistakes(of({ "X-A": "a\r\nX-B: b" }))).toEqual(["bad-header"]);
    expect(mistakes(of({ "X A": "a" }))).toEqual(["bad-header"]);
    expect(mistakes(of({ "X-A": "a", "x-a": "b" }))).toEqual(["bad-header"]);
  });

  it.each([
    ["a line break", "a\nb"],
    ["what is not Latin-1", "日本"],
  ])("is nobody's failure where a variable has %s", async (_what, word) => {
    const endpoints = { "GET /a": { headers: { "X-Word": "{{word}}" }, expect: 404 } };
    const { run, seen } = await tryOut({ endpoints }, (response) => send(response, 404), { values: { word } });
    expect(states(run)).toEqual(["errored GET /a -> 404"]);
    expect(run.cases[0]?.attempts.at(-1)?.error?.message).toContain('header content ["X-Word"]');
    expect(seen).toEqual([]);
    expect(exitCode(run)).toBe(3);
  });
});

describe("a header of a response that comes in several lines", () => {
  const lines: Readonly<Record<string, ReadonlyArray<string>>> = {
    "Cache-Control": ["public, max-age=60", "no-store"],
    "X-Same": ["a", "a"],
  };

  /** The states of cases that each expect something of a header. */
  async function expecting(...expectations: ReadonlyArray<object>) {
    const endpoints = expectations.map((headers, n) => [`GET /${n}`, { expect: { 200: { headers } } }]);
    const { run } = await tryOut({ endpoints: Object.fromEntries(endpoints) }, (response) => {
      for (const [name, values] of Object.entries(lines)) response.setHeader(name, values);
      send(response, 200);
    });
    return states(run).map((state) => state.split(" ")[0]);
  }

  it("is compared as one value, whichever line is the last", async () => {
    const exact = await expecting(
      { "Cache-Control": "no-store" },
      { "Cache-Control": "public, max-age=60" },
      { "Cache-Control": "public, max-age=60, no-store" },
      { "X-Same": "a" },
    );
    expect(exact).toEqual(["failed", "failed", "passed", "passed"]);
    const patterns = await expecting(
      { "Cache-Control": "/^no-store$/" },
      { "Cache-Control": "/max-age=60/" },
      { "Cache-Control": ["no-store", "no-cache"] },
    );
    expect(patterns).toEqual(["failed", "passed", "failed"]);
  });

  it("counts as a whole where it lists methods", async () => {
    const rules = { "405-allow-includes-declared": "error" };
    const endpoints = { "GET /a": [200, 405] };
    const allow = async (values: ReadonlyArray<string>) => {
      const { run } = await tryOut({ rules, endpoints }, (response, { method }) => {
        response.setHeader("Allow", values);
        send(response, method === "GET" ? 200 : 405, { error: "no" });
      });
      return states(run).find((state) => state.includes("405"));
    };
    expect(await allow(["GET", "HEAD"])).toMatch(/^passed/);
    expect(await allow(["POST", "HEAD"])).toMatch(/^failed/);
  });

  it("leads to the next page, wherever in it that stands", async () => {
    const list = (of: ReadonlyArray<number>) => of.map((id) => ({ id }));
    const { seen } = await tryOut(
      { profile: "thorough", endpoints: { "GET /things": { query: { limit: "2" }, expect: 200 } } },
      (response, { url }) => {
        const isNext = url.includes("page=2");
        response.setHeader(
          "Link",
          isNext ? [] : ['</things?limit=2&page=2>; rel="next"', '</things?limit=2&page=9>; rel="last"'],
        );
        send(response, 200, list(isNext ? [3, 4] : [1, 2]));
      },
    );
    expect(seen.map(({ url }) => url)).toContain("/things?limit=2&page=2");
  });

  it("leads to the job, wherever in it that stands", () => {
    const links = ['</jobs/7>; rel="monitor"', '</jobs>; rel="collection"'];
    const headers = links.map((link) => ["Link", link] as const);
    expect(evaluate("monitorOf()", { status: 202, headers })).toEqual({ url: "/jobs/7", isSure: true });
  });
});
