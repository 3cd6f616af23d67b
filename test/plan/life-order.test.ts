import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

function ids(endpoints: string): ReadonlyArray<string> {
  const text = `baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n${endpoints}`;
  return casesOf(expandPlan(manifestOf(text))).map(({ id }) => id);
}

describe("what is made by its path alone", () => {
  it("lives inside of the lifetime of what its ids are of: PUT, GET, DELETE", () => {
    const all = ids(`
  GET /users/{user}/roles/{role}: { path: { role: { from: POST /roles } }, expect: 200 }
  DELETE /users/{user}/roles/{role}: { path: { role: { from: POST /roles } }, expect: 204 412 }
  PUT /users/{user}/roles/{role}: { path: { role: { from: POST /roles } }, expect: 204 }
  POST /users: { body: { name: Ann }, expect: 201 }
  DELETE /users/{user}: 204
  POST /roles: { body: { name: admin }, expect: 201 }
  DELETE /roles/{role}: 204
`);
    expect(all.filter((id) => !/clean-up|others/.test(id))).toEqual([
      "POST /users > 201",
      "POST /roles > 201",
      "PUT /users/{user}/roles/{role} > 204",
      "GET /users/{user}/roles/{role} > 200",
      "DELETE /users/{user}/roles/{role} > 412 if-match-stale",
      "DELETE /users/{user}/roles/{role} > 204",
      "DELETE /roles/{role} > 204",
      "DELETE /users/{user} > 204",
    ]);
    expect(all.filter((id) => id.includes("clean-up")).map((id) => id.split(" >")[0])).toEqual([
      "DELETE /roles/{role}",
      "DELETE /users/{user}",
    ]);
  });

  it("is not what its id is of: a favourite that is deleted is no role", () => {
    const all = ids(`
  POST /roles: { body: { name: admin }, expect: 201 }
  DELETE /favourites/{role}: { path: { role: { from: POST /roles } }, expect: 204 }
  GET /roles/{role}: 200 404
  DELETE /roles/{role}: 204
`);
    expect(all.indexOf("DELETE /favourites/{role} > 204")).toBeLessThan(all.indexOf("DELETE /roles/{role} > 204"));
    expect(all.filter((id) => id.includes("clean-up"))).toEqual(["DELETE /roles/{role} > 2xx|404|410 clean-up"]);
  });

  it("has the item of an action where a GET reads it", () => {
    const path = "path: { order: { from: POST /checkout } }";
    const all = ids(
      `  POST /checkout: { body: { a: 1 }, expect: 201 }\n  DELETE /orders/{order}: { ${path}, expect: 204 }\n  GET /orders/{order}: { ${path}, expect: 200 404 }\n`,
    );
    expect(all).toContain("GET /orders/{order} > 404 deleted-get");
    expect(all).toContain("DELETE /orders/{order} > 2xx|404|410 clean-up");
  });

  it("is put before it is read and deleted last, where its id is written", () => {
    expect(
      ids(`
  DELETE /flags/{id}: { path: { id: x }, expect: 204 }
  GET /other: 200
  GET /flags/{id}: { path: { id: x }, expect: 200 }
  GET /flags/{id}/log: { path: { id: x }, expect: 200 }
  PUT /flags/{id}: { path: { id: x }, body: { on: true }, expect: 201 }
`).filter((id) => id.includes("flags")),
    ).toEqual([
      "PUT /flags/{id} > 201",
      "GET /flags/{id} > 200",
      "DELETE /flags/{id} > 204",
      "GET /flags/{id}/log > 200",
    ]);
  });

  it("stays as it is written where a POST creates and the PUT does not", () => {
    const all = ids(`
  POST /books: { body: { a: 1 }, expect: 201 }
  GET /books/{id}: { path: { id: 7 }, expect: 200 }
  PUT /books/{id}: { path: { id: 7 }, body: { a: 2 }, expect: 200 }
`);
    expect(all.indexOf("GET /books/{id} > 200")).toBeLessThan(all.indexOf("PUT /books/{id} > 200"));
  });
});
