import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const shop = `
name: Headers
baseUrl: http://localhost
auth: { me: { bearer: t } }
endpoints:
  GET /open: { public: true, expect: 200 404 406 }
  GET /mine: { expect: 200 401 }
  POST /things: { body: { n: 1 }, expect: 201 415 }
  GET /things/{id}: { expect: 200 304 404 }
  PATCH /things/{id}: { body: { n: 2 }, expect: 200 415 }
  DELETE /things/{id}: 204
  GET /old: { public: true, expect: 301 }
  GET /then: { public: true, expect: 307 }
  GET /kept: { public: true, expect: { 200: { headers: { Cache-Control: max-age=60, X-Content-Type-Options: false } } } }
  GET /down: { public: true, expect: { 200: {}, 408: { when: { query: { x: "1" } } }, 503: { when: { query: { x: "2" } } } } }
`;
const headers = { Authorization: "Bearer t" };

test.each([
  ["GET /open", 200, "no-cache"],
  ["HEAD /open", 200, "no-cache"],
  ["GET /mine", 200, "private, no-cache"],
  ["POST /things", 201, "no-store"],
  ["DELETE /things/9", 404, "no-store"],
  ["GET /nowhere", 404, "no-store"],
  ["PUT /open", 405, "no-store"],
  ["OPTIONS /open", 204, "no-store"],
  ["GET /old", 301, "max-age=3600"],
  ["GET /then", 307, "no-store"],
])("%s says how long it may be kept, and that its type is no guess", async (line, status, caching) => {
  const { send } = await serve(shop);
  const answer = await send(line, line.startsWith("POST") ? { headers, json: { n: 1 } } : { headers });
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([status, caching]);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("x-powered-by")).toBeNull();
  expect(Date.parse(answer.headers.get("date") ?? "")).toBeGreaterThan(0);
});

test("what the manifest declares comes first", async () => {
  const { send } = await serve(shop);
  const kept = await send("GET /kept");
  expect([kept.headers.get("cache-control"), kept.headers.get("x-content-type-options")]).toEqual(["max-age=60", null]);
});

test("whoever negotiates says so, and refuses at the very end", async () => {
  const { send } = await serve(shop);
  expect((await send("GET /open")).headers.get("vary")).toBe("Accept");
  expect((await send("GET /open", { headers: { Accept: "text/html" } })).headers.get("vary")).toBe("Accept");
  const missing = { ...headers, Accept: "application/problem+json" };
  expect((await send("GET /things/9", { headers: missing })).status).toBe(404);
});

test("a 415 says what would have been taken", async () => {
  const { send } = await serve(shop);
  await send("POST /things", { headers, json: { n: 1 } });
  const refused = async (line: string, more: Record<string, string>) => {
    const answer = await send(line, { headers: { ...headers, ...more }, body: '{"n":1}' });
    const names = ["accept", "accept-post", "accept-patch", "accept-encoding"];
    return [answer.status, ...names.map((name) => answer.headers.get(name))];
  };
  const json = "application/json";
  expect(await refused("POST /things", { "Content-Type": "text/plain" })).toEqual([415, json, json, null, null]);
  expect(await refused("PATCH /things/1", { "Content-Type": "text/plain" })).toEqual([415, json, null, json, null]);
  expect(await refused("POST /things", { "Content-Type": `${json}; charset=utf-16` })).toEqual([
    415,
    json,
    json,
    null,
    null,
  ]);
  const coded = { "Content-Type": json, "Content-Encoding": "bogus" };
  expect(await refused("POST /things", coded)).toEqual([415, null, null, null, "identity"]);
  expect((await send("OPTIONS /things/1")).headers.get("accept-patch")).toBe(json);
  for (const type of [`${json}; charset=UTF-8`, "application/vnd.x+json"]) {
    expect(
      (await send("POST /things", { headers: { ...headers, "Content-Type": type }, body: '{"n":7}' })).status,
    ).toBe(201);
  }
});

test("408 ends the connection, 503 says when to come back", async () => {
  const { send } = await serve(shop);
  expect((await send("GET /down?x=1")).headers.get("connection")).toBe("close");
  expect((await send("GET /down?x=2")).headers.get("retry-after")).toBe("1");
});

test("TRACE and whatever else is not declared is 405, and Allow says what is", async () => {
  const { url, send } = await serve(shop);
  for (const method of ["PUT", "PROPFIND"]) {
    const refused = await send(`${method} /open`);
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  }
  // fetch refuses to send a TRACE.
  const { request } = await import("node:http");
  const status = await new Promise((resolve) => {
    request(`${url}/open`, { method: "TRACE" }, (answer) => resolve(answer.resume().statusCode)).end();
  });
  expect(status).toBe(405);
});

test("HEAD is GET to the last header, and has no ranges", async () => {
  const { send } = await serve(`
name: Head
baseUrl: http://localhost
endpoints:
  GET /file: { expect: { 200: { body: abcdef, headers: { Content-Type: text/plain } }, 206: {} } }
  HEAD /file: 200
`);
  const [get, head] = [await send("GET /file"), await send("HEAD /file")];
  const kept = ({ headers: all }: typeof get) =>
    [...all].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name));
  expect(kept(head)).toEqual(kept(get));
  expect(head.text).toBe("");
  expect((await send("GET /file", { headers: { Range: "bytes=0-1" } })).text).toBe("ab");
  expect((await send("HEAD /file", { headers: { Range: "bytes=0-1" } })).status).toBe(200);
});
