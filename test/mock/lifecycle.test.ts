import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const books = `
name: Books
baseUrl: http://localhost:4010
endpoints:
  GET /books: 200
  POST /books:
    body: { title: Dune, pages: 412, tag: sand }
    optional: [tag]
    expect: 201 400 409 415 422
  GET /books/{id}: 200 304 404
  PUT /books/{id}:
    body: { title: Dune, pages: 412 }
    expect: 200 404 422
  PATCH /books/{id}:
    body: { pages: 256 }
    expect: 200 404 422
  DELETE /books/{id}: 204 404
  GET /books/{id}/reviews: 200 404
  POST /books/{id}/reviews: { body: { stars: 5 }, expect: 201 404 }
  GET /books/{id}/reviews/{review}: { path: { review: { from: "POST /books/{id}/reviews" } }, expect: 200 404 }
`;

const dune = { title: "Dune", pages: 412 };

test("what is created is found where Location points", async () => {
  const { send } = await serve(books);
  const created = await send("POST /books", { json: dune });
  expect(created.status).toBe(201);
  expect(created.headers.get("location")).toBe("/books/1");
  expect(created.json).toEqual({ id: 1, ...dune });
  expect((await send("GET /books/1")).json).toEqual({ id: 1, ...dune });
  expect((await send("GET /books")).json).toEqual([{ id: 1, ...dune }]);
});

test("ids count up and are not given twice", async () => {
  const { send } = await serve(books);
  await send("POST /books", { json: dune });
  await send("DELETE /books/1");
  expect((await send("POST /books", { json: dune })).json).toMatchObject({ id: 2 });
});

test("PUT replaces, PATCH merges, and both stay", async () => {
  const { send } = await serve(books);
  await send("POST /books", { json: { ...dune, tag: "sand" } });
  const put = await send("PUT /books/1", { json: { title: "Dune Messiah", pages: 256 } });
  expect(put.json).toEqual({ id: 1, title: "Dune Messiah", pages: 256 });
  const patched = await send("PATCH /books/1", { json: { pages: 300, tag: "new" } });
  expect(patched.json).toEqual({ id: 1, title: "Dune Messiah", pages: 300, tag: "new" });
  await send("PATCH /books/1", { json: { tag: null } });
  expect((await send("GET /books/1")).json).toEqual({ id: 1, title: "Dune Messiah", pages: 300 });
});

test("what is deleted is gone, with what was below it", async () => {
  const { send } = await serve(books);
  await send("POST /books", { json: dune });
  await send("POST /books/1/reviews", { json: { stars: 5 } });
  expect((await send("GET /books/1/reviews/1")).json).toEqual({ id: 1, stars: 5 });
  const deleted = await send("DELETE /books/1");
  expect([deleted.status, deleted.text, deleted.headers.get("content-length")]).toEqual([204, "", null]);
  expect((await send("GET /books/1")).reason).toBe("it was deleted");
  expect((await send("GET /books/1/reviews/1")).status).toBe(404);
  expect((await send("DELETE /books/1")).status).toBe(404);
  expect((await send("GET /books")).json).toEqual([]);
});

test("an id nobody gave is unknown to each method", async () => {
  const { send } = await serve(books);
  for (const line of ["GET /books/99", "DELETE /books/99", "GET /books/99/reviews"]) {
    expect(await send(line)).toMatchObject({ status: 404, reason: "unknown id" });
  }
  for (const line of ["PUT /books/99", "PATCH /books/99", "POST /books/99/reviews"]) {
    expect(await send(line, { json: { ...dune, stars: 1 } })).toMatchObject({ status: 404 });
  }
  await send("POST /books", { json: dune });
  expect((await send("GET /books/1/reviews/7")).status).toBe(404);
});

test("an id follows the example and the capture", async () => {
  const { send } = await serve(`
name: Orders
baseUrl: http://localhost
endpoints:
  POST /orders:
    body: { sku: A1 }
    capture: { id: $.data.id }
    expect: { 201: { body: { data: { id: "0c1f", sku: A1, state: open } } } }
  GET /orders/{id}: { expect: { 200: { body: { data: { id: "0c1f", sku: A1, state: open } } } } }
`);
  const created = await send("POST /orders", { json: { sku: "B2" } });
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(created.json).toEqual({ data: { id: expect.stringMatching(uuid), sku: "B2", state: "open" } });
  const location = created.headers.get("location") ?? "";
  expect(location).toMatch(/^\/orders\/[0-9a-f-]{36}$/);
  expect((await send(`GET ${location}`)).json).toEqual(created.json);
});

test("a resource may be made in one place and read in another", async () => {
  const { send } = await serve(`
name: Shop
baseUrl: http://localhost
endpoints:
  POST /carts: 201
  POST /carts/{cart}/checkout:
    path: { cart: { from: POST /carts } }
    expect: { 201: { body: { order: { id: 1, state: paid } } } }
  GET /orders/{id}:
    path: { id: { from: "POST /carts/{cart}/checkout", get: $.order.id } }
    expect: 200 404
`);
  await send("POST /carts");
  expect((await send("GET /orders/1")).status).toBe(404);
  const order = await send("POST /carts/1/checkout");
  expect(order.json).toEqual({ order: { id: 1, state: "paid" } });
  expect(order.headers.get("location")).toBe("/orders/1");
  expect((await send("GET /orders/1")).json).toEqual({ order: { id: 1, state: "paid" } });
});

test("a literal id is there from the start, and no other is", async () => {
  const { send } = await serve(`
name: Users
baseUrl: http://localhost
endpoints:
  GET /users/{id}: { path: { id: 42 }, expect: { 200: { body: { id: 1, name: Ada } }, 404: {} } }
  GET /users/{id}/orders/{order}: { path: { id: 42, order: x-1 }, expect: 200 404 }
`);
  expect((await send("GET /users/42")).json).toEqual({ id: 42, name: "Ada" });
  expect((await send("GET /users/42/orders/x-1")).json).toEqual({ id: "x-1" });
  for (const line of ["GET /users/43", "GET /users/43/orders/x-1", "GET /users/42/orders/1"]) {
    expect((await send(line)).status).toBe(404);
  }
});

test("a list keeps the form of its example", async () => {
  const { send } = await serve(`
name: Books
baseUrl: http://localhost
endpoints:
  GET /books: { expect: { 200: { body: { items: [{ id: 1, title: Dune, stock: 3 }], total: 1 } } } }
  POST /books: { body: { title: Dune }, expect: 201 }
  GET /books/{id}: 200
`);
  expect((await send("GET /books")).json).toEqual({ items: [], total: 0 });
  await send("POST /books", { json: { title: "Emma" } });
  await send("POST /books", { json: { title: "Ulysses" } });
  expect((await send("GET /books")).json).toEqual({
    items: [
      { id: 1, title: "Emma", stock: 3 },
      { id: 2, title: "Ulysses", stock: 3 },
    ],
    total: 2,
  });
});

test("410 and 404 as declared", async () => {
  const { send } = await serve(`
name: Gone
baseUrl: http://localhost
endpoints:
  POST /a: { body: { x: 1 }, expect: 201 }
  GET /a/{id}: 200 410
  DELETE /a/{id}: 204 410
  POST /b: { body: { x: 1 }, expect: 201 }
  GET /b/{id}: 200 404 410
  DELETE /b/{id}: 204
`);
  await send("POST /a", { json: { x: 1 } });
  await send("DELETE /a/1");
  expect((await send("GET /a/1")).status).toBe(410);
  expect((await send("DELETE /a/1")).status).toBe(410);
  expect((await send("GET /a/99")).status).toBe(404);
  await send("POST /b", { json: { x: 1 } });
  await send("DELETE /b/1");
  expect([(await send("GET /b/1")).status, (await send("GET /b/99")).status]).toEqual([410, 404]);
  expect((await send("DELETE /b/1")).status).toBe(404);
});

test("policy: a second DELETE may be 204", async () => {
  const { send } = await serve(`
name: Calm
baseUrl: http://localhost
policy: { deleteMissing: 204 }
endpoints:
  POST /a: { body: { x: 1 }, expect: 201 }
  DELETE /a/{id}: 204
`);
  await send("POST /a", { json: { x: 1 } });
  expect([(await send("DELETE /a/1")).status, (await send("DELETE /a/1")).status]).toEqual([204, 204]);
});

test("a PUT that declares 201 as well creates what it does not find", async () => {
  const { send } = await serve(`
name: Upsert
baseUrl: http://localhost
endpoints:
  POST /keys: { body: { v: 1 }, expect: 201 }
  PUT /keys/{id}: { body: { v: 1 }, expect: 200 201 }
  GET /keys/{id}: 200
`);
  const put = await send("PUT /keys/mine", { json: { v: 2 } });
  expect([put.status, put.headers.get("location")]).toEqual([201, "/keys/mine"]);
  expect((await send("PUT /keys/mine", { json: { v: 3 } })).status).toBe(200);
  expect((await send("GET /keys/mine")).json).toEqual({ id: "mine", v: 3 });
});

test("a document at a path of its own keeps what was put there", async () => {
  const { send } = await serve(`
name: Settings
baseUrl: http://localhost
endpoints:
  GET /me/settings: { expect: { 200: { body: { theme: dark, size: 1 } } } }
  PUT /me/settings: { body: { theme: light, size: 2 }, expect: 200 }
  PATCH /me/settings: { body: { size: 3 }, expect: 204 }
`);
  expect((await send("GET /me/settings")).json).toEqual({ theme: "dark", size: 1 });
  await send("PUT /me/settings", { json: { theme: "light", size: 2 } });
  expect((await send("PATCH /me/settings", { json: { size: 9 } })).status).toBe(204);
  expect((await send("GET /me/settings")).json).toEqual({ theme: "light", size: 9 });
});

test("the same body twice is a conflict that names the first one", async () => {
  const { send } = await serve(books);
  await send("POST /books", { json: dune });
  const second = await send("POST /books", { json: { pages: 412, title: "Dune" } });
  expect(second.status).toBe(409);
  expect(second.json).toEqual({
    error: { code: "CONFLICT", message: "the same one exists already: /books/1", existing: "/books/1" },
  });
  expect((await send("POST /books", { json: { ...dune, pages: 1 } })).status).toBe(201);
  await send("DELETE /books/1");
  expect((await send("POST /books", { json: dune })).status).toBe(201);
});

test("without a declared 409 the same body may be created twice", async () => {
  const { send } = await serve(`
name: Log
baseUrl: http://localhost
endpoints:
  POST /lines: { body: { text: a }, expect: 201 }
`);
  await send("POST /lines", { json: { text: "a" } });
  expect((await send("POST /lines", { json: { text: "a" } })).json).toEqual({ id: 2, text: "a" });
});

test("a client may choose the id, once", async () => {
  const { send } = await serve(`
name: Books
baseUrl: http://localhost
endpoints:
  POST /books: { body: { id: 77, pages: 412 }, expect: 201 }
  POST /plain: { body: { pages: 412 }, expect: 201 }
`);
  expect((await send("POST /books", { json: { id: 78, pages: 2 } })).headers.get("location")).toBe("/books/78");
  expect((await send("POST /books", { json: { id: 78, pages: 1 } })).status).toBe(409);
  // Where the manifest shows no id in the body it is the server's to choose.
  expect((await send("POST /plain", { json: { id: 78, pages: 1 } })).headers.get("location")).toBe("/plain/1");
});

test("an item that is known by another name than id has no id besides", async () => {
  const { send } = await serve(`
name: Quotes
baseUrl: http://localhost
endpoints:
  GET /quotes/{symbol}: { path: { symbol: ACME }, expect: { 200: { body: { symbol: XX, price: 12.5 } }, 404: } }
`);
  expect((await send("GET /quotes/ACME")).json).toEqual({ symbol: "ACME", price: 12.5 });
  expect((await send("GET /quotes/NONE")).status).toBe(404);
});
