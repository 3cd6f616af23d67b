import { expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

const comparing = ["get-safe-no-change", "etag-stable-when-unchanged", "head-equals-get-headers"];

/** The endpoints two of whose answers are compared as a whole. */
function compared(flows: string): ReadonlyArray<string> {
  const manifest = manifestOf(`
baseUrl: http://localhost:1
profile: thorough
endpoints:
  GET /carts: 200
  GET /news: 200
${flows}`);
  const cases = casesOf(expandPlan(manifest)).filter(({ checks }) =>
    checks.some(({ rule }) => comparing.includes(rule)),
  );
  return [...new Set(cases.map(({ endpoint }) => endpoint))];
}

it("compares two answers of a list that nothing changes meanwhile", () => {
  expect(compared("")).toEqual(["GET /carts", "GET /news"]);
});

// Groups run at the same time: a correct server shows what the flow has put into the list.
it("compares no two answers of a list that a flow may change between them", () => {
  expect(compared("flows: { Buying: [POST /carts: 201] }")).toEqual(["GET /news"]);
  expect(compared("flows: { Looking: [GET /carts: 200] }")).toEqual(["GET /carts", "GET /news"]);
});
