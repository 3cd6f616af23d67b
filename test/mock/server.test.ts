import { request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import type { Manifest } from "../../src/manifest/model.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { startMock } from "../../src/mock/server.ts";
import { serve } from "./serve.ts";

const books = `
name: "Böcker \\"x\\"\\r\\nX-Injected: 1"
baseUrl: http://localhost:4010/api/v1
auth: { me: { bearer: t } }
endpoints:
  GET /books: 200
  POST /books: { body: { title: Dune }, expect: 201 400 422 }
  GET /books/{id}: 200 404
  PATCH /books/{id}: { body: { title: Dune }, expect: 200 }
`;
const headers = { Authorization: "Bearer t" };

/** One request whose target and framing are not touched by a client library. */
function raw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(text));
    let answer = "";
    socket.setEncoding("latin1").on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("end", () => resolve(answer)).on("error", reject);
  });
}

test("the path of baseUrl is honoured", async () => {
  const { url, send } = await serve(books);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  const created = await send("POST /books", { json: { title: "Emma" }, headers });
  expect(created.headers.get("location")).toBe("/api/v1/books/1");
  const origin = new URL(url).origin;
  expect((await fetch(`${origin}/api/v1/books/1`, { headers })).status).toBe(200);
  expect((await fetch(`${origin}/books`, { headers })).status).toBe(404);
  expect((await fetch(`${origin}/api/v10/books`, { headers })).status).toBe(404);
});

test("a port in use is the system's own error", async () => {
  const { url } = await serve(books);
  const { manifest } = parseManifest(["api.yaml"], { read: () => books });
  if (!manifest) throw new Error("broken");
  await expect(startMock(manifest, { port: Number(new URL(url).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("connections are kept alive, and closing ends them", async () => {
  const { manifest } = parseManifest(["api.yaml"], { read: () => books });
  if (!manifest) throw new Error("broken");
  const mock = await startMock(manifest);
  const response = await fetch(`${mock.url}/books`, { headers });
  expect(response.headers.get("connection")).toBe("keep-alive");
  expect(Date.parse(response.headers.get("date") ?? "")).toBeGreaterThan(0);
  await mock.close();
  await expect(fetch(`${mock.url}/books`)).rejects.toThrow();
});

test("a name that could break a header does not", async () => {
  const { send } = await serve(books);
  const refused = await send("GET /books");
  expect(refused.status).toBe(401);
  expect(refused.headers.get("www-authenticate")).toBe("Bearer realm=\"B?cker 'x'??X-Injected: 1\"");
  expect(refused.headers.get("x-injected")).toBeNull();
});

test("broken percent-encoding is 400", async () => {
  const { url, send } = await serve(books);
  for (const target of ["/api/v1/books/%zz", "/api/v1/books/%", "/api/v1/books/%ff", "/api/v1/books?q=%zz"]) {
    const answer = await raw(
      url,
      `GET ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  }
  for (const id of ["%00", "..%2f..%2fetc", "%F0%9F%98%80", "1%20", "constructor", "__proto__"]) {
    expect((await send(`GET /books/${id}`, { headers })).status).toBe(404);
  }
});

test("request targets in odd forms", async () => {
  const { url } = await serve(books);
  const status = async (target: string) => {
    const answer = await raw(
      url,
      `GET ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nConnection: close\r\n\r\n`,
    );
    return Number(answer.slice(9, 12));
  };
  expect(await status("http://elsewhere/api/v1/books")).toBe(200);
  expect(await status("/api/v1/../v1/books")).toBe(404);
  expect(await status("//api/v1/books")).toBe(404);
  expect(await status("/api/v1/books?a=1?b=2")).toBe(200);
});

test("a body over 10 MB is 413, announced or not", async () => {
  const { url, send } = await serve(books);
  const big = new Uint8Array(11 * 1024 * 1024).fill(0x20);
  const refused = await send("POST /books", { body: big, headers });
  expect([refused.status, refused.reason]).toEqual([413, "the body is larger than 10 MB"]);
  const chunked = await new Promise<number | undefined>((resolve, reject) => {
    const outgoing = request(`${url}/books`, { method: "POST", headers }, (incoming) =>
      resolve(incoming.resume().statusCode),
    );
    outgoing.on("error", reject);
    for (let sent = 0; sent < big.byteLength; sent += 1024 * 1024)
      outgoing.write(big.subarray(sent, sent + 1024 * 1024));
    outgoing.end();
  });
  expect(chunked).toBe(413);
  expect((await send("GET /books", { headers })).status).toBe(200);
});

test("a client that goes away leaves the server standing", async () => {
  const { url, send } = await serve(books);
  await raw(url, "POST /api/v1/books HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{").catch(() => "");
  expect((await send("GET /books", { headers })).status).toBe(200);
});

test("hostile JSON stays data", async () => {
  const { send } = await serve(books);
  const post = (body: string | Uint8Array) =>
    send("POST /books", { body, headers: { ...headers, "Content-Type": "application/json" } });
  const evil = await post('{"title":"a","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
  expect([evil.status, evil.text]).toEqual([201, '{"id":1,"title":"a"}']);
  expect(Object.hasOwn(Object.prototype, "admin")).toBe(false);
  await send("PATCH /books/1", {
    body: '{"__proto__":{"x":1}}',
    headers: { ...headers, "Content-Type": "application/json" },
  });
  expect((await send("GET /books/1", { headers })).text).toBe('{"id":1,"title":"a"}');
  expect((await post(`{"title":"a","deep":${"[".repeat(50_000)}${"]".repeat(50_000)}}`)).status).toBe(400);
  expect((await post(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]))).status).toBe(400);
  expect((await post('{"title":"\\ud800","id":"\\ud800"}')).status).toBe(201);
  expect((await post('{"title":"a","id":".."}')).headers.get("location")).toBe("/api/v1/books/3");
});

test("a bug of the mock is a 500 that only the log explains", async () => {
  const { manifest } = parseManifest(["api.yaml"], { read: () => books });
  if (!manifest) throw new Error("broken");
  const [first, ...others] = manifest.endpoints;
  if (!first) throw new Error("broken");
  // A header without its value cannot come out of the parser.
  const broken = { kind: "equals", name: "X-Value" };
  const faulty: Manifest = {
    ...manifest,
    endpoints: [
      { ...first, expect: first.expect.map((each) => ({ ...each, response: { headers: [broken] } })) as never },
      ...others,
    ],
  };
  const reasons: string[] = [];
  const mock = await startMock(faulty, { onRequest: ({ reason }) => reasons.push(reason) });
  const response = await fetch(`${mock.url}/books`, { headers });
  const text = await response.text();
  await mock.close();
  expect(response.status).toBe(500);
  expect(JSON.parse(text)).toEqual({
    error: { code: "INTERNAL_SERVER_ERROR", message: "something unexpected went wrong" },
  });
  expect(reasons[0]).toMatch(/^a bug in the mock: Cannot /);
});
