import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

/** Titles of the reads of a list before anything is created in it. */
function readsBefore(endpoints: string): ReadonlyArray<string> {
  const manifest = manifestOf(`name: Lists\nbaseUrl: http://localhost:1\nendpoints:\n${endpoints}`);
  const titles = casesOf(expandPlan(manifest)).map(({ title }) => title);
  return titles.filter((title) => title.endsWith("before the first is created"));
}

const shelf = `
  POST /shelves: 201
  GET /shelves/{id}: 200
  GET /shelves/{id}/books: 200`;

describe("a list before anything is created in it", () => {
  it("is read where items lie below it", () => {
    const books = `${shelf}\n  POST /shelves/{id}/books: 201\n  DELETE /shelves/{id}/books/{book}: 204`;
    expect(readsBefore(books)).toEqual(["GET /shelves/{id}/books -> 200 before the first is created"]);
  });

  it("is not read where it may be the one thing that the POST makes", () => {
    expect(readsBefore("  POST /shelves: 201\n  GET /shelves: 200")).toEqual([]);
    expect(readsBefore(`${shelf}\n  POST /shelves/{id}/books: 201`)).toEqual([]);
  });

  it("is not read where what it is nested below is only promised", () => {
    const books = `${shelf}\n  POST /shelves/{id}/books: 201\n  DELETE /shelves/{id}/books/{book}: 204`;
    expect(
      readsBefore(books.replace("POST /shelves: 201", "POST /shelves: { capture: { id: $.id }, expect: 202 }")),
    ).toEqual([]);
  });

  it("is not read where errors, or a 202, are all that it gives", () => {
    const items = "  POST /shelves: 201\n  DELETE /shelves/{id}: 204\n";
    expect(readsBefore(`${items}  GET /shelves: 404`)).toEqual([]);
    expect(readsBefore(`${items}  GET /shelves: 202`)).toEqual([]);
  });
});

/** Titles of the reads that are compared with how long the list was before. */
function comparedReads(create: string, more = ""): ReadonlyArray<string> {
  const endpoints = `  GET /shelves: 200\n  POST /shelves: ${create}\n  DELETE /shelves/{id}: 204\n`;
  const manifest = manifestOf(`name: Lists\nbaseUrl: http://localhost:1\nendpoints:\n${endpoints}${more}`);
  const cases = casesOf(expandPlan(manifest));
  return cases.filter(({ checks }) => checks.some(({ rule }) => rule === "create-adds-one")).map(({ title }) => title);
}

describe("a list after the create", () => {
  it("is compared with the list before, by its own happy case", () => {
    expect(comparedReads("{ body: { room: den }, expect: 201 }")).toEqual(["GET /shelves -> 200"]);
  });

  it("is not compared where a flow may add to it meanwhile", () => {
    const flow = "flows: { Moving: [POST /shelves: { body: { room: hall }, expect: 201 }] }";
    expect(comparedReads("{ body: { room: den }, expect: 201 }", flow)).toEqual([]);
  });

  it("is not compared where the create is a batch", () => {
    expect(comparedReads("{ body: [{ room: den }, { room: hall }], expect: 201 }")).toEqual([]);
  });

  it("is not compared where the read before is switched off", () => {
    expect(comparedReads("{ body: { room: den }, expect: 201 }", "rules: { list-empty-is-found: off }")).toEqual([]);
  });
});
