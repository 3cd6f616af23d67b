import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

function plan(text: string) {
  return expandPlan(manifestOf(`baseUrl: http://localhost:1\nprofile: minimal\n${text}`));
}

function ids(text: string): ReadonlyArray<string> {
  return casesOf(plan(text)).map(({ id }) => id);
}

describe("the ids of a plan", () => {
  it("give the happy case its plain id, also where another entry of its code comes first", () => {
    const text = `
endpoints:
  POST /books: { body: { title: Dune }, expect: 201 }
  DELETE /books/{id}: { expect: { 204: [ { name: quietly }, { equals: { a: 1 } } ], 404: } }
`;
    const cases = casesOf(plan(text)).filter(({ id }) => id.startsWith("DELETE /books/{id} > 204"));
    expect(cases.map(({ id, request }) => [id, request !== undefined])).toEqual([
      ["DELETE /books/{id} > 204 #2", false],
      ["DELETE /books/{id} > 204", true],
    ]);
    const gone = casesOf(plan(text)).find(({ id }) => id === "DELETE /books/{id} > 404 deleted-delete");
    expect(gone?.needs).toContain("DELETE /books/{id} > 204");
  });

  it("point at every refused DELETE of the same name as a spoiler", () => {
    const text = `
endpoints:
  POST /books: { body: { title: Dune }, expect: 201 }
  DELETE /books/{id}:
    expect:
      204:
      403: [ { name: no, when: { headers: { X-A: a } } }, { name: no, when: { headers: { X-A: b } } } ]
`;
    const happy = casesOf(plan(text)).find(({ id }) => id === "DELETE /books/{id} > 204");
    expect(happy?.spoiledBy).toEqual(["DELETE /books/{id} > 403 no", "DELETE /books/{id} > 403 no #2"]);
  });

  it("tell flows of one name apart, each needing its own steps", () => {
    const text =
      "baseUrl: http://localhost:1\nendpoints:\n  GET /a: 200\nflows:\n  Twice: [ { GET /a: 200 }, { GET /a: 200 } ]\n";
    const manifest = manifestOf(text);
    const { groups } = expandPlan({ ...manifest, profile: "minimal", flows: [...manifest.flows, ...manifest.flows] });
    expect(groups.map(({ name }) => name)).toEqual(["a", "Flows / Twice", "Flows / Twice #2"]);
    expect(groups[2]?.cases.map(({ id, needs }) => [id, needs])).toEqual([
      ["Twice > 1 GET /a > 200 #2", []],
      ["Twice > 2 GET /a > 200 #2", ["Twice > 1 GET /a > 200 #2"]],
    ]);
  });

  it("do not take an id that is written in the manifest", () => {
    const entries = "{ name: x, when: { headers: { A: a } } }, { name: x, when: { headers: { A: b } } }";
    expect(
      ids(
        `endpoints:\n  GET /a: { expect: { 200: , 400: [ ${entries}, { name: 'x #2', when: { headers: { A: c } } } ] } }`,
      ),
    ).toEqual(["GET /a > 200", "GET /a > 400 x", "GET /a > 400 x #3", "GET /a > 400 x #2"]);
  });
});
