import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const books = `
name: Many
baseUrl: http://localhost
endpoints:
  GET /books: { query: { limit: 20, offset: 0 }, expect: 200 }
  POST /books: { body: { title: Dune, tags: [a] }, expect: 201 409 }
  GET /books/{id}: 200 304 404
  DELETE /books/{id}: 204 404
`;

test("10,000 resources and 500 requests at once are all answered, and rightly", { timeout: 120_000 }, async () => {
  const { send } = await serve(books);
  const count = 10_000;
  const create = (id: number) => send("POST /books", { json: { title: `Book ${id}`, tags: [id] } });
  for (let made = 0; made < count; made += 500) {
    const answers = await Promise.all(Array.from({ length: 500 }, (_, at) => create(made + at)));
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  }
  const page = await send("GET /books?limit=20&offset=9990");
  expect([(page.json as unknown[]).length, page.reason]).toEqual([10, "10 of 10000 found"]);
  expect(await send("POST /books", { json: { tags: [9_999], title: "Book 9999" } })).toMatchObject({ status: 409 });
  const mixed = await Promise.all(
    Array.from({ length: 500 }, async (_, at) => {
      const id = 1 + at * 20;
      if (at % 3 === 0) return (await send(`DELETE /books/${id}`)).status === 204;
      if (at % 3 === 1) return (await send(`GET /books/${id + count}`)).status === 404;
      const { json, status } = await send(`GET /books/${id}`);
      return status === 200 && (json as { id: number }).id === id;
    }),
  );
  expect(mixed).toEqual(mixed.map(() => true));
  expect((await send("GET /books?limit=1")).reason).toBe(`1 of ${count - 167} found`);
});

test("the same body is found again after it has changed or gone", async () => {
  const { send } = await serve(`
name: Same
baseUrl: http://localhost
endpoints:
  POST /books: { body: { title: Dune, pages: 1 }, expect: 201 409 }
  PUT /books/{id}: { body: { title: Dune, pages: 1 }, expect: 200 }
  DELETE /books/{id}: 204
`);
  const post = async (title: string) => (await send("POST /books", { json: { pages: 1, title } })).status;
  expect([await post("a"), await post("a"), await post("b")]).toEqual([201, 409, 201]);
  await send("PUT /books/1", { json: { title: "b", pages: 1 } });
  expect([await post("a"), await post("b")]).toEqual([201, 409]);
  await send("DELETE /books/2");
  expect(await post("b")).toBe(409); // the first one has become the same
  await send("DELETE /books/1");
  expect(await post("b")).toBe(201);
});
