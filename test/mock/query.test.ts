import { expect, test } from "vitest";
import { serve } from "./serve.ts";

test("a query is read with sense", async () => {
  const { send } = await serve(`
name: Queries
baseUrl: http://localhost
endpoints:
  GET /books: { query: { q: "1984", limit: 10 }, expect: 200 }
  GET /films: { query: { page: 1 }, expect: 200 422 }
`);
  const status = async (query: string) => (await send(`GET /books?${query}`)).status;
  for (const right of ["", "q=dune&limit=1000000", "q=1984&limit=0", "other=1&other=2", "q=a+b", "Q=1&Q=2", "q[]=a"]) {
    expect(await status(right)).toBe(200);
  }
  for (const wrong of ["limit=abc", "limit=-1", "limit=1.5", "limit=1e3", "limit=", "q=a&q=b", "q=%ff"]) {
    expect(await status(wrong)).toBe(400);
  }
  expect((await send("GET /films?page=x")).status).toBe(422);
});
