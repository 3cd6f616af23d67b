import { describe, expect, it } from "vitest";
import { flowOf, manifestOf, mistakesOf, sourcesOf } from "./parse-text.ts";

const head = "baseUrl: http://localhost\n";

describe("flows", () => {
  it("save values that later steps take", () => {
    const flow = flowOf(
      manifestOf(`${head}flows:
  Checkout:
    - POST /carts: { expect: 201, save: { cart: $.id } }
    - POST /carts/{cart}/items: { body: { sku: A1, cart: "{{cart}}" }, expect: 201 }
    - GET /carts/{cart}: { expect: { 200: { equals: { state: open } } } }
    - GET /orders/{cart}: 404`),
    );
    expect(flow.name).toBe("Checkout");
    expect(flow.steps.map(({ id, expectation }) => [id, expectation.codes.text])).toEqual([
      ["POST /carts", "201"],
      ["POST /carts/{cart}/items", "201"],
      ["GET /carts/{cart}", "200"],
      ["GET /orders/{cart}", "404"],
    ]);
    expect(flow.steps[0]?.save).toEqual({ cart: ["id"] });
    for (const step of flow.steps.slice(1)) expect(sourcesOf(step)).toEqual({ cart: { kind: "saved", name: "cart" } });
    expect(flow.steps[2]?.expectation.response.equals).toEqual({ state: "open" });
  });

  it("do not need an environment for what they save", () => {
    const { variables } = manifestOf(`${head}flows:
  A:
    - GET /a: { headers: { X: "{{later}}" }, expect: 200, save: { now: $.id } }
    - GET /b: { headers: { X: "{{now}}" }, expect: 200, save: { later: $.id } }`);
    expect(variables.map(({ name }) => name)).toEqual(["later"]);
  });

  it("take an id from the POST before it, under another name or by its capture", () => {
    const { flows } = manifestOf(`${head}endpoints:
  POST /books: { capture: { id: $.data.id }, expect: 201 }
flows:
  Saved:
    - POST /books: { expect: 201, save: { book: $.data.id } }
    - GET /books/{bookId}: 200
  Captured:
    - POST /books: 201
    - GET /books/{id}: 200`);
    expect(flows[0]?.steps[1] && sourcesOf(flows[0].steps[1])).toEqual({ bookId: { kind: "saved", name: "book" } });
    expect(flows[1]?.steps[0]?.save).toEqual({ id: ["data", "id"] });
    expect(flows[1]?.steps[1] && sourcesOf(flows[1].steps[1])).toEqual({ id: { kind: "saved", name: "id" } });
  });

  it("start from the endpoint they name", () => {
    const { flows } = manifestOf(`${head}auth: { member: { bearer: a }, admin: { bearer: b } }
endpoints:
  POST /carts/{cart}/items:
    as: admin
    path: { cart: 7 }
    query: { a: 1, b: 1 }
    headers: { X-One: 1, X-Two: 1 }
    body: { sku: A1 }
    expect: 201
flows:
  A:
    - POST /carts/{id}/items: 201
    - POST /carts/{id}/items: { public: true, query: { b: 2 }, headers: { x-two: 2 }, body: { sku: B2 }, expect: 401 }
    - GET /other: 200`);
    const [plain, changed, other] = flows[0]?.steps ?? [];
    expect(plain).toMatchObject({
      identity: "admin",
      query: { a: "1", b: "1" },
      headers: { "X-One": "1", "X-Two": "1" },
      body: { value: { sku: "A1" } },
      params: [{ name: "id", source: { kind: "literal", value: "7" } }],
    });
    expect(changed?.identity).toBeUndefined();
    expect(changed).toMatchObject({
      query: { a: "1", b: "2" },
      headers: { "X-One": "1", "x-two": "2" },
      body: { value: { sku: "B2" } },
    });
    expect(changed?.headers).not.toHaveProperty("X-Two");
    expect(other?.identity).toBe("member");
  });

  it("send each step once", () => {
    expect(mistakesOf(`${head}flows:\n  A:\n    - GET /a: 200|404\n    - GET /b: 200 404`)).toMatchObject([
      { code: "step-codes", args: { count: 2 } },
    ]);
  });
});
