import { expect, test } from "vitest";
import { type Served, serve } from "./serve.ts";

const books = (list: string) => `
name: Books
baseUrl: http://localhost/v1
auth: { me: { apiKey: { in: query, name: key, value: k } } }
endpoints:
  GET /books: ${list}
  POST /books: { body: { title: Dune }, expect: 201 }
  GET /books/{id}: 200
`;

/** A shelf with so many books. */
async function shelf(list: string, count: number): Promise<Served> {
  const served = await serve(books(list));
  for (let index = 1; index <= count; index += 1) {
    await served.send("POST /books?key=k", { json: { title: `Book ${index}` } });
  }
  return served;
}

const idsIn = (body: unknown) => (body as { id: number }[]).map(({ id }) => id);

test("limit and offset take a part of the list, and links lead to the others", async () => {
  const { send } = await shelf("{ query: { limit: 2, offset: 0 }, expect: 200 }", 5);
  const middle = await send("GET /books?limit=2&offset=2&key=k&sort=a%20b");
  expect([idsIn(middle.json), middle.reason]).toEqual([[3, 4], "2 of 5 found"]);
  // A key is written into no address.
  expect(middle.headers.get("link")).toBe(
    '</v1/books?limit=2&offset=4&sort=a+b>; rel="next", </v1/books?limit=2&offset=0&sort=a+b>; rel="prev"',
  );
  const pages = await Promise.all(
    ["", "&offset=4", "&offset=5", "&limit=0", "&limit=1000000"].map((query) => send(`GET /books?key=k${query}`)),
  );
  expect(pages.map(({ json }) => idsIn(json))).toEqual([[1, 2], [5], [], [], [1, 2, 3, 4, 5]]);
  expect(pages.map(({ headers }) => headers.get("link"))).toEqual([
    '</v1/books?offset=2>; rel="next"',
    '</v1/books?offset=2>; rel="prev"',
    '</v1/books?offset=3>; rel="prev"',
    null,
    null,
  ]);
});

test("whoever follows the links sees each entry once, by pages too", async () => {
  for (const [query, path] of [
    ["{ page: 1, per_page: 3 }", "/books?key=k&page=1&per_page=3"],
    ["{ page: 0, size: 3 }", "/books?key=k&page=0&size=3"],
    ["{ pageNumber: 1, pageSize: 3 }", "/books?key=k&pageSize=3"],
    ["{ skip: 0, take: 3 }", "/books?key=k&take=3"],
  ] as const) {
    const { send } = await shelf(`{ query: ${query}, expect: 200 }`, 7);
    const seen: number[] = [];
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: Awaited<ReturnType<Served["send"]>> = await send(`GET ${next}`);
      seen.push(...idsIn(page.json));
      const [, target] = /<\/v1([^>]*)>; rel="next"/.exec(page.headers.get("link") ?? "") ?? [];
      next = target === undefined ? undefined : `${target}&key=k`;
    }
    expect(seen, query).toEqual([1, 2, 3, 4, 5, 6, 7]);
  }
});

test("the fields around a list say which page it is", async () => {
  const list = `{ query: { page: 1, limit: 2 }, expect: { 200: { body: {
    items: [{ id: 1, title: Dune }], total: 1, page: 1, limit: 2, pages: 1, hasMore: false, next: null, previous: null,
    meta: { total_count: 1, count: 1, per_page: 2, nextPage: 2 }, links: { first: /books, last: "https://x.example/books", next: "?page=2" } } } } }`;
  const { send } = await shelf(list, 5);
  const { json, headers } = await send("GET /books?page=2&limit=2&key=k");
  expect(json).toMatchObject({
    items: [{ id: 3, title: "Book 3" }, { id: 4 }],
    total: 5,
    page: 2,
    limit: 2,
    pages: 3,
    hasMore: true,
    next: "/v1/books?page=3&limit=2",
    previous: "/v1/books?page=1&limit=2",
    meta: { total_count: 5, count: 2, per_page: 2, nextPage: 3 },
    links: { first: "/v1/books?page=1&limit=2", next: "?page=3&limit=2" },
  });
  expect((json as { links: { last: string } }).links.last).toMatch(
    /^http:\/\/127\.0\.0\.1:\d+\/v1\/books\?page=3&limit=2$/,
  );
  expect(headers.get("link")).toContain('rel="next"');
  expect((await send("GET /books?page=3&limit=2&key=k")).json).toMatchObject({
    hasMore: false,
    next: null,
    links: { next: "" },
    meta: { nextPage: 0, count: 1 },
  });
});

test("equals holds for the request that the manifest writes, and not for other pages", async () => {
  const list =
    "{ query: { page: 1, limit: 2 }, expect: { 200: { body: { items: [], page: 1 }, equals: { page: 1 } } } }";
  const { send } = await shelf(list, 3);
  expect((await send("GET /books?page=1&limit=2&key=k")).json).toMatchObject({ page: 1 });
  expect((await send("GET /books?page=2&limit=2&key=k")).json).toMatchObject({ page: 2 });
});

test("a list that is only shown has pages as well, and one without such parameters is as ever", async () => {
  const { send } = await serve(`
name: Search
baseUrl: http://localhost
endpoints:
  GET /search: { query: { q: dune, limit: 2, offset: 0 }, expect: { 200: { body: { items: [{ id: 1 }, { id: 2 }, { id: 3 }], total: 9 } } } }
  GET /all: { query: { q: dune, limit: all }, expect: { 200: { body: [{ id: 1 }, { id: 2 }] } } }
  GET /page: { query: { page: 1 }, expect: 200 }
`);
  expect((await send("GET /search?q=x&limit=2&offset=2")).json).toEqual({ items: [{ id: 3 }], total: 3 });
  const all = await send("GET /all?limit=1");
  expect([all.json, all.headers.get("link")]).toEqual([[{ id: 1 }, { id: 2 }], null]);
  expect((await send("GET /page?page=3")).json).toEqual({ ok: true });
});

test("HEAD says what GET says, and a page has a validator of its own", async () => {
  const { send } = await shelf("{ query: { limit: 2, offset: 0 }, expect: 200 304 }", 5);
  const [get, head] = [
    await send("GET /books?limit=2&offset=2&key=k"),
    await send("HEAD /books?limit=2&offset=2&key=k"),
  ];
  for (const name of ["link", "etag", "content-length"]) expect(head.headers.get(name)).toBe(get.headers.get(name));
  const headers = { "If-None-Match": get.headers.get("etag") ?? "" };
  expect((await send("GET /books?limit=2&offset=2&key=k", { headers })).status).toBe(304);
  expect((await send("GET /books?limit=2&offset=4&key=k", { headers })).status).toBe(200);
});
