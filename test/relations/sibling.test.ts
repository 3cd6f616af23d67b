import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

/** Titles around the DELETE of the item of a path. */
function titles(path: string, create: string, more = `GET ${path}/{id}: 200`): ReadonlyArray<string> {
  const endpoints = `  POST ${path}: ${create}\n  DELETE ${path}/{id}: 204\n  ${more}`;
  const manifest = manifestOf(`name: Siblings\nbaseUrl: http://localhost:1\nendpoints:\n${endpoints}`);
  const all = casesOf(expandPlan(manifest)).map(({ title }) => title);
  return all.filter((title) => title.includes("another") && !title.includes("validator"));
}

const around = [
  "POST /books -> no 5xx for another book",
  "GET /books/{id} -> 200 for another book than the deleted one",
];

describe("a second item", () => {
  it("is created before the DELETE of the first, and read after it", () => {
    expect(titles("/books", "{ body: { title: Dune }, expect: 201 }")).toEqual(around);
    expect(titles("/books", '{ body: { isbn: "{{$guid}}" }, expect: 201 409 }')).toEqual(around);
  });

  it("is not created where it would be the first one again", () => {
    expect(titles("/books", "{ body: { title: Dune }, expect: 201 409 }")).toEqual([]);
  });

  it("is not created where it may take the place of the first one", () => {
    expect(titles("/sessions", "201")).toEqual([]);
    expect(titles("/api-keys", "201")).toEqual([]);
  });

  it("is not created where it is only promised, or nobody can read it", () => {
    expect(titles("/books", "{ capture: { id: $.id }, expect: 202 }")).toEqual([]);
    expect(titles("/books", "201", "GET /books: 200")).toEqual([]);
    expect(titles("/books", "201", "GET /books/{id}: { expect: 200, rules: { delete-takes-one: off } }")).toEqual([]);
  });
});
