import { describe, expect, it } from "vitest";
import { type PolicyName, policies } from "../../src/http/policies.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

// Declared codes come first, then the policy, then whatever good APIs do.

const questions: Readonly<Partial<Record<PolicyName, readonly [edge: string, endpoint: string]>>> = {
  duplicate: ["ec-duplicate-create", "POST /books"],
  otherUsersObject: ["ec-auth-other-user", "GET /books/{id}"],
  stale: ["ec-if-match-stale", "PUT /books/{id}"],
  unknownQueryParam: ["ec-query-unknown", "GET /books"],
  pageSizeTooBig: ["ec-page-limit-huge", "GET /books"],
  pageSizeNegative: ["ec-page-limit-negative", "GET /books"],
  trailingSlash: ["ec-route-trailing-slash", "GET /books"],
};

/** What is expected of an edge at an endpoint that declares these codes besides its success. */
function expected(name: PolicyName, value: string | undefined, declared = ""): string | undefined {
  const [edge, endpoint] = questions[name] ?? ["", ""];
  const also = (id: string) => (id === endpoint ? declared : "");
  const plan = expandPlan(
    manifestOf(`
baseUrl: http://localhost:1
profile: minimal
auth: { member: { bearer: a }, stranger: { bearer: b } }
edges: [${edge}]
${value === undefined ? "" : `policy: { ${name}: ${value} }`}
endpoints:
  GET /books: { query: { limit: 10 }, expect: 200 ${also("GET /books")} }
  POST /books: { body: { title: Dune }, expect: 201 ${also("POST /books")} }
  GET /books/{id}: 200 ${also("GET /books/{id}")}
  PUT /books/{id}: { body: { title: Dune }, expect: 200 ${also("PUT /books/{id}")} }
  DELETE /books/{id}: 204
`),
  );
  return casesOf(plan).find((one) => one.edge === edge && one.endpoint === endpoint)?.expected.text;
}

describe("a policy", () => {
  it("is asked of an edge, and has answers that are codes or 2xx", () => {
    for (const { values } of Object.values(policies)) {
      expect(values.filter((value) => !/^([1-5]\d\d|2xx)$/.test(value))).toEqual([]);
    }
  });

  it.each([
    ["duplicate", undefined, "2xx|303|400|409|422"],
    ["duplicate", "409", "2xx|303|400|409|422"],
    ["stale", undefined, "200|400|409|412|428"],
    ["stale", "409", "200|400|428|409"],
    ["otherUsersObject", "404", undefined],
    ["unknownQueryParam", undefined, "200|400|403|404|422"],
    ["unknownQueryParam", "400", "400"],
    ["unknownQueryParam", "2xx", "200"],
    ["pageSizeTooBig", undefined, "200|400|413|416|422"],
    ["pageSizeTooBig", "2xx", "200"],
    ["pageSizeNegative", "422", "422"],
    ["trailingSlash", undefined, "2xx|3xx|4xx"],
    ["trailingSlash", "308", "308|401|403"],
  ] as const)("%s: %s, where nothing is declared, expects %s", (name, value, codes) => {
    expect(expected(name, value)).toBe(codes);
  });

  it.each([
    ["duplicate", undefined, "409 422", "409"],
    ["duplicate", "422", "409 422", "422"],
    ["duplicate", "422", "409", "409"],
    ["stale", undefined, "409 412", "412"],
    ["stale", "409", "409 412", "409"],
    ["otherUsersObject", undefined, "403 404", "403"],
    ["otherUsersObject", "404", "403 404", "404"],
    ["otherUsersObject", "404", "403", "403"],
    ["pageSizeNegative", "400", "400", "400"],
    ["trailingSlash", "404", "404", "404"],
  ] as const)("%s: %s, where %s is declared, expects %s", (name, value, declared, codes) => {
    expect(expected(name, value, declared)).toBe(codes);
  });
});
