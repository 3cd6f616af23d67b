import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { selectPlan } from "../../src/plan/select.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

/** Titles of the cases about a second item, up to the DELETE of the first. */
function titles(path: string, create: string, { more = `GET ${path}/{id}: 200`, gone = "204" } = {}) {
  const endpoints = `  POST ${path}: ${create}\n  DELETE ${path}/{id}: ${gone}\n  ${more}`;
  const manifest = manifestOf(`name: Siblings\nbaseUrl: http://localhost:1\nendpoints:\n${endpoints}`);
  const all = casesOf(expandPlan(manifest)).map(({ title }) => title);
  const end = all.indexOf(`DELETE ${path}/{id} -> ${gone}`);
  return all.slice(0, end).filter((title) => title.includes("other") && !title.includes("validator"));
}

const others = "DELETE /books/{id} -> no 5xx for every other book";

const before = [
  "POST /books -> no 5xx for another book",
  others,
  "GET /books/{id} -> 200 still there after another book was deleted",
];

describe("a second item", () => {
  it("is created and deleted, and the first one read, before the DELETE of the first", () => {
    expect(titles("/books", "{ body: { title: Dune }, expect: 201 }")).toEqual(before);
    expect(titles("/books", '{ body: { isbn: "{{$guid}}" }, expect: 201 409 }')).toEqual(before);
  });

  it("is not created where it would be the first one again", () => {
    expect(titles("/books", "{ body: { title: Dune }, expect: 201 409 }")).toEqual([others]);
  });

  it("is not created, nor another one deleted, where it may take the place of the first one", () => {
    expect(titles("/sessions", "201")).toEqual([]);
    expect(titles("/api-keys", "201")).toEqual([]);
  });

  it("is not created where it is only promised, or nobody can read it", () => {
    expect(titles("/books", "{ capture: { id: $.id }, expect: 202 }")).toEqual([others]);
    expect(titles("/books", "201", { more: "GET /books: 200" })).toEqual([others]);
    const more = "GET /books/{id}: { expect: 200, rules: { delete-takes-one: off } }";
    expect(titles("/books", "201", { more })).toEqual([others]);
  });

  it("is not created where its end is only promised, which may be in the way of the next one's", () => {
    expect(titles("/books", "201", { gone: "202" })).toEqual([]);
  });
});

describe("a part of a suite", () => {
  const manifest = manifestOf(
    "name: Part\nbaseUrl: http://localhost:1\nendpoints:\n  POST /books: 201\n  DELETE /books/{id}: 204",
  );
  const part = (grep: RegExp) => casesOf(selectPlan(expandPlan(manifest), { grep })).map(({ id }) => id);

  it("has the DELETE of the others with that of the first, and not without it", () => {
    expect(part(/^DELETE \/books\/\{id\} > 204$/)).toContain("DELETE /books/{id} > 2xx|3xx|4xx others");
    expect(part(/^POST \/books > 201$/)).toEqual(["POST /books > 201", "DELETE /books/{id} > 2xx|404|410 clean-up"]);
  });
});
