import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const checkout = `
name: Shop
baseUrl: http://localhost
flows:
  Declined:
    - POST /carts: { expect: 201, save: { cart: $.id } }
    - POST /carts/{cart}/items: { body: { sku: A1, quantity: 1 }, expect: 201 }
    - POST /carts/{cart}/payment: { body: { card: declined }, expect: 402 }
    - GET /carts/{cart}: { expect: { 200: { equals: { state: open } } } }
  Paid:
    - POST /carts: { expect: { 201: { body: { id: 1, token: t } } }, save: { cart: $.id, receipt: $.receipt } }
    - POST /carts/{cart}/payment: { body: { card: "4111" }, expect: { 200: { equals: { paid: true } } } }
    - POST /carts/{cart}/payment: { body: { card: "4111" }, expect: 409 }
    - GET /carts/{cart}: { expect: { 200: { equals: { state: paid } } } }
    - DELETE /carts/{cart}: 204
    - GET /carts/{cart}: 404
`;

test("a flow without endpoints: each step has its own answer", async () => {
  const { send } = await serve(checkout);
  const cart = await send("POST /carts");
  expect([cart.status, cart.headers.get("location")]).toEqual([201, "/carts/1"]);
  expect((await send("POST /carts/1/items", { json: { sku: "A1", quantity: 1 } })).json).toMatchObject({ sku: "A1" });
  expect((await send("POST /carts/1/payment", { json: { card: "declined" } })).status).toBe(402);
  expect((await send("GET /carts/1")).json).toMatchObject({ id: 1, state: "open" });
});

test("the same request twice in a flow: the second one is the second step", async () => {
  const { send } = await serve(checkout);
  await send("POST /carts");
  const pay = () => send("POST /carts/1/payment", { json: { card: "4111" } });
  expect((await pay()).json).toMatchObject({ paid: true });
  expect((await pay()).status).toBe(409);
  expect((await send("GET /carts/1")).json).toMatchObject({ state: "paid" });
  expect((await send("DELETE /carts/1")).status).toBe(204);
  expect((await send("GET /carts/1")).status).toBe(404);
  expect((await send("POST /carts/9/payment", { json: { card: "4111" } })).status).toBe(404);
});

test("saved values are in the answer", async () => {
  const { send } = await serve(`
name: Tokens
baseUrl: http://localhost
flows:
  One:
    - POST /sessions: { body: { user: ada, key: "{{$guid}}" }, expect: 200, save: { token: $.data.token, id: $.id } }
    - GET /sessions/{id}: { headers: { X-Token: "{{token}}" }, expect: 200 }
`);
  const session = await send("POST /sessions", { json: { user: "ada", key: "k-1" } });
  expect(session.json).toMatchObject({ id: 1, user: "ada", data: { token: "mock-token" } });
  expect((await send("GET /sessions/1", { headers: { "X-Token": "mock-token" } })).status).toBe(200);
});

test("a step on a declared endpoint keeps the endpoint's own declarations", async () => {
  const { send } = await serve(`
name: Both
baseUrl: http://localhost
endpoints:
  POST /carts: { body: { name: a }, expect: { 201: { headers: { X-Kind: cart }, body: { id: 1, name: a, state: new } } } }
  GET /carts/{id}: 200 404
  POST /carts/{id}/payment: { body: { card: ok }, expect: 200 }
flows:
  Stolen:
    - POST /carts: { body: { name: a }, expect: 201, save: { cart: $.id } }
    - POST /carts/{cart}/payment: { body: { card: stolen }, expect: 402 }
    - GET /carts/{cart}: { expect: { 200: { equals: { name: b, locked: true } } } }
    - GET /carts/nobody: 404
`);
  const cart = await send("POST /carts", { json: { name: "a" } });
  expect([cart.headers.get("x-kind"), cart.json]).toEqual(["cart", { id: 1, name: "a", state: "new" }]);
  expect((await send("POST /carts/1/payment", { json: { card: "stolen" } })).status).toBe(402);
  expect((await send("POST /carts/1/payment", { json: { card: "ok" } })).status).toBe(200);
  // What was sent stays, what the server adds is as the flow says.
  expect((await send("GET /carts/1")).json).toEqual({ id: 1, name: "a", state: "new", locked: true });
  expect((await send("GET /carts/nobody")).status).toBe(404);
  expect((await send("DELETE /carts/nobody")).headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});
