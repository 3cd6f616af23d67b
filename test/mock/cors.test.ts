import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const books = (auth: string, more = "") => `
name: Books
baseUrl: http://localhost/v1
auth: { me: ${auth} }
${more}
endpoints:
  GET /books: 200 401
  POST /books: { body: { title: Dune }, expect: 201 }
  DELETE /books/{id}: 204 404
`;
const app = "http://localhost:5173";
const ask = { Origin: app, "Access-Control-Request-Method": "DELETE" };
const corsOf = (headers: Headers) => Object.fromEntries([...headers].filter(([name]) => /^access-control-/.test(name)));

test("a browser that asks before it sends is let through, without credentials", async () => {
  const { send } = await serve(books("{ bearer: t }"));
  const headers = { ...ask, "Access-Control-Request-Headers": "authorization, x-odd" };
  const granted = await send("OPTIONS /books/7", { headers });
  expect(granted.status).toBe(204);
  expect(corsOf(granted.headers)).toEqual({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "DELETE, OPTIONS",
    "access-control-allow-headers": "authorization, x-odd",
    "access-control-max-age": "600",
  });
  expect(granted.headers.get("vary")).toBe("Access-Control-Request-Method, Access-Control-Request-Headers");
  const plain = await send("OPTIONS /books", { headers: { ...ask, Origin: "null" } });
  expect(plain.headers.get("access-control-allow-methods")).toBe("GET, POST, HEAD, OPTIONS");
  expect(plain.headers.get("access-control-allow-headers")).toBeNull();
});

test("a page reads what it asked for, errors and headers as well", async () => {
  const { send } = await serve(books("{ bearer: t }"));
  const headers = { Origin: app, Authorization: "Bearer t" };
  const created = await send("POST /books", { json: { title: "Emma" }, headers });
  expect(corsOf(created.headers)).toEqual({
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "X-Content-Type-Options, Location",
  });
  for (const line of ["GET /books", "GET /nowhere", "PUT /books", "GET /books/%zz"]) {
    const answer = await send(line, { headers: { Origin: "https://evil.example" } });
    expect([line, answer.status >= 400, answer.headers.get("access-control-allow-origin")]).toEqual([line, true, "*"]);
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
  }
});

test("who is no page hears nothing of it", async () => {
  const { send } = await serve(books("{ bearer: t }"));
  for (const line of ["GET /books", "OPTIONS /books"]) expect(corsOf((await send(line)).headers)).toEqual({});
});

test("cookies are for pages of this machine alone", async () => {
  const { send } = await serve(books("{ cookie: { name: sid, value: s1 } }"));
  const originOf = async (origin: string) => {
    const { headers } = await send("GET /books", { headers: { Origin: origin, Cookie: "sid=s1" } });
    expect(headers.get("vary")).toBe("Origin");
    return [headers.get("access-control-allow-origin"), headers.get("access-control-allow-credentials")];
  };
  expect(await originOf(app)).toEqual([app, "true"]);
  expect(await originOf("http://127.0.0.1:8080")).toEqual(["http://127.0.0.1:8080", "true"]);
  for (const other of ["https://evil.example", "null", "http://localhost.evil.example", "http://localhost:5173.evil"]) {
    expect(await originOf(other)).toEqual(["*", null]);
  }
});

test("what the manifest says of it holds", async () => {
  const named = await serve(
    books("{ bearer: t }", "defaults: { headers: { Access-Control-Allow-Origin: https://a.example } }"),
  );
  const origins = ["GET /books", "OPTIONS /books", "GET /nowhere"].map(async (line) => {
    const { headers } = await named.send(line, { headers: ask });
    return headers.get("access-control-allow-origin");
  });
  expect(await Promise.all(origins)).toEqual(Array.from({ length: 3 }, () => "https://a.example"));
  const closed = await serve(books("{ bearer: t }", "defaults: { headers: { Access-Control-Allow-Origin: false } }"));
  expect(corsOf((await closed.send("OPTIONS /books", { headers: ask })).headers)).toEqual({});
});
