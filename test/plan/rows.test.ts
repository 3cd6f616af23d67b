import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

const text = `
baseUrl: http://localhost:1
endpoints:
  POST /books:
    body: { title: "{{t}}" }
    data: [ { t: Dune }, { t: Emma } ]
    expect: { 201: , 422: { name: odd, when: { headers: { X-Title: "{{t}}!" } } } }
  GET /books/{id}:
    query: { lang: "{{l}}" }
    data: [ { l: en }, { l: de } ]
    expect: 200 404
  DELETE /books/{id}: 204
`;

describe("the rows of an endpoint", () => {
  const cases = casesOf(expandPlan(manifestOf(text)));

  it("stand in every request that is no row's own, and only the first is compared with", () => {
    expect(JSON.stringify(cases.map(({ request }) => request))).not.toMatch(/\{\{[tl]\}\}/);
    expect(cases.filter(({ sent }) => sent !== undefined).map(({ id }) => id)).toEqual(["POST /books > 201 row 1"]);
    expect(cases.filter(({ leftovers }) => leftovers?.note === "created").map(({ id }) => id)).toContain(
      "POST /books > 201 row 2",
    );
  });

  it("fill a when, and its control is there", () => {
    const odd = cases.find(({ id }) => id === "POST /books > 422 odd");
    expect(odd?.request?.headers).toContainEqual(["X-Title", "Dune!"]);
    const ids = new Set(cases.map(({ id }) => id));
    expect(cases.flatMap(({ needs }) => needs).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe("an update with several rows", () => {
  const update = (data: string) => `
baseUrl: http://localhost:1
endpoints:
  POST /books: { body: { title: Dune }, expect: 201 }
  GET /books/{id}: 200
  PUT /books/{id}: { body: { title: "{{t}}" }, data: ${data}, expect: 200 }
`;
  const readBacks = (data: string) =>
    casesOf(expandPlan(manifestOf(update(data)))).filter(({ title }) => title.includes("shows what PUT changed"));

  it("is not read back: the last row is what stays, and the first what is compared with", () => {
    expect(readBacks("[ { t: Emma } ]")).toHaveLength(1);
    expect(readBacks("[ { t: Emma }, { t: Ulysses } ]")).toEqual([]);
  });
});

describe("a burst", () => {
  it("of creates is not sent where what they leave would have to be deleted", () => {
    const burst = (more: string) =>
      casesOf(
        expandPlan(
          manifestOf(
            `baseUrl: http://localhost:1\nendpoints:\n  POST /a: { body: { x: 1 }, expect: { 201: , 429: { burst: 9 } } }\n${more}`,
          ),
        ),
      ).find(({ id }) => id === "POST /a > 429 burst of 9");
    expect(burst("  DELETE /a/{id}: 204\n")?.unproven).toContain("cannot be cleaned up");
    expect(burst("")?.request?.method).toBe("POST");
  });
});
