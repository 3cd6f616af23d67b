import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const notes = `
name: Notes
baseUrl: http://localhost
endpoints:
  GET /notes: 200
  POST /notes: { body: { text: a }, expect: 201 }
  GET /notes/{id}: 200 206 304 404 416
  PUT /notes/{id}: { body: { text: b }, expect: 200 412 }
  DELETE /notes/{id}: 204 412
  PATCH /notes/{id}: { body: { text: b }, expect: 200 }
`;

async function served() {
  const { send } = await serve(notes);
  await send("POST /notes", { json: { text: "a" } });
  const { headers } = await send("GET /notes/1");
  const etag = headers.get("etag") ?? "";
  const get = (sent: Record<string, string>) => send("GET /notes/1", { headers: sent });
  const put = (sent: Record<string, string>, text = "b") => send("PUT /notes/1", { json: { text }, headers: sent });
  return { send, get, put, etag, modified: headers.get("last-modified") ?? "" };
}

const past = "Thu, 01 Jan 1970 00:00:00 GMT";

test("304 when the client has the current version", async () => {
  const { get, etag, modified } = await served();
  expect(etag).toMatch(/^"[\w-]+"$/);
  const unchanged = await get({ "If-None-Match": etag });
  expect([unchanged.status, unchanged.text, unchanged.headers.get("etag")]).toEqual([304, "", etag]);
  expect([unchanged.headers.get("content-type"), unchanged.headers.get("content-length")]).toEqual([null, null]);
  for (const tag of [`W/${etag}`, `"x", ${etag}`, "*"]) expect((await get({ "If-None-Match": tag })).status).toBe(304);
  expect((await get({ "If-Modified-Since": modified })).status).toBe(304);
});

test("200 when it has not, or asks in a way that does not count", async () => {
  const { get, send, etag, modified } = await served();
  expect((await get({ "If-None-Match": '"other"' })).status).toBe(200);
  expect((await get({ "If-Modified-Since": past })).status).toBe(200);
  expect((await get({ "If-Modified-Since": "garbage" })).status).toBe(200);
  expect((await get({ "If-None-Match": '"other"', "If-Modified-Since": modified })).status).toBe(200);
  expect((await send("GET /notes/9", { headers: { "If-None-Match": "*" } })).status).toBe(404);
  await send("PATCH /notes/1", { json: { text: "c" } });
  expect((await get({ "If-None-Match": etag })).status).toBe(200);
});

test("412 when somebody else was faster, and nothing changes", async () => {
  const { get, put, send, etag } = await served();
  const saved = await put({ "If-Match": etag });
  // What is stored has an id beside what was sent, so the client's copy is not the new version (RFC 9110, 9.3.4).
  expect([saved.status, saved.headers.get("etag")]).toEqual([200, null]);
  expect(await put({ "If-Match": etag }, "lost")).toMatchObject({
    status: 412,
    reason: "If-Match names another version",
  });
  expect((await put({ "If-Unmodified-Since": past }, "lost")).status).toBe(412);
  expect((await put({ "If-None-Match": "*" }, "lost")).status).toBe(412);
  expect((await send("DELETE /notes/1", { headers: { "If-Match": '"stale"' } })).status).toBe(412);
  expect((await get({})).json).toEqual({ id: 1, text: "b" });
  expect((await put({ "If-Match": "*" })).status).toBe(200);
  const undeclared = await send("PATCH /notes/1", { json: { text: "d" }, headers: { "If-Match": '"stale"' } });
  expect(undeclared.status).toBe(412);
  const patched = await send("PATCH /notes/1", { json: { text: "e" } });
  expect([patched.status, patched.headers.get("etag")]).toEqual([200, (await get({})).headers.get("etag")]);
});

test("ranges of one part", async () => {
  const { get, etag } = await served();
  const whole = await get({});
  expect([whole.text, whole.headers.get("accept-ranges")]).toEqual(['{"id":1,"text":"a"}', "bytes"]);
  const part = async (range: string, more: Record<string, string> = {}) => {
    const { status, text, headers } = await get({ Range: range, ...more });
    return [status, text, headers.get("content-range")];
  };
  expect(await part("bytes=0-4")).toEqual([206, '{"id"', "bytes 0-4/19"]);
  expect(await part("bytes=-3")).toEqual([206, 'a"}', "bytes 16-18/19"]);
  expect(await part("bytes=16-999")).toEqual([206, 'a"}', "bytes 16-18/19"]);
  expect(await part("bytes=2-")).toEqual([206, 'id":1,"text":"a"}', "bytes 2-18/19"]);
  expect(await part("bytes=0-4", { "If-Range": etag })).toEqual([206, '{"id"', "bytes 0-4/19"]);
  expect((await get({ Range: "bytes=99-" })).status).toBe(416);
  expect((await part("bytes=99-"))[2]).toBe("bytes */19");
  for (const range of ["bytes=5-2", "bytes=abc", "items=0-4", "bytes=0-0,2-2"]) {
    expect(await part(range)).toEqual([200, whole.text, null]);
  }
  expect((await part("bytes=0-4", { "If-Range": '"old"' }))[0]).toBe(200);
});

test("a rate limit counts by client, tells so, and ends", async () => {
  const { send } = await serve(`
name: Limits
baseUrl: http://localhost
auth: { one: { bearer: a }, two: { bearer: b } }
endpoints:
  GET /search: { expect: { 200: {}, 429: { burst: 4 } } }
`);
  const search = (token: string) => send("GET /search", { headers: { Authorization: `Bearer ${token}` } });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => search("a")));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
  const allowed = answers.filter(({ status }) => status === 200);
  expect(allowed.map(({ headers }) => headers.get("x-ratelimit-remaining")).sort()).toEqual(["0", "1", "2"]);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get("x-ratelimit-limit")).toBe("3");
  const [after, reset] = ["retry-after", "x-ratelimit-reset"].map((name) => Number(refused?.headers.get(name)));
  expect([1, 2]).toContain(after);
  expect((await search("b")).status).toBe(200);
  // Who goes on asking is refused, and puts nothing off.
  while (Date.now() < Number(reset) * 1000 - 300) {
    const early = await search("a");
    expect([early.status, early.headers.get("x-ratelimit-reset")]).toEqual([429, String(reset)]);
    await setTimeout(100);
  }
  await setTimeout(Number(reset) * 1000 - Date.now() + 5);
  expect((await search("a")).status).toBe(200);
});

test("only like is counted with like: the rest of a suite is no burst", async () => {
  const { send } = await serve(`
name: Limits
baseUrl: http://localhost
endpoints:
  POST /login:
    public: true
    body: { email: "{{$guid}}@x.org" }
    expect: { 200: {}, 429: [{ burst: 3 }, { when: { body: { email: slow@x.org } } }] }
`);
  const login = async (email: string, headers: Record<string, string> = {}) => {
    const answer = await send("POST /login", { json: { email }, headers });
    return [answer.status, answer.headers.get("x-ratelimit-remaining")];
  };
  expect(await login("a@x.org")).toEqual([200, "1"]);
  expect(await login("a@x.org", { "X-Probe": "1" })).toEqual([200, "1"]);
  expect((await send("POST /login", { json: {} })).headers.get("x-ratelimit-remaining")).toBe("1");
  expect(await login("b@x.org")).toEqual([200, "0"]);
  // Who says to come from elsewhere, or sends another trace id, is the same client.
  expect(await login("c@x.org", { "X-Forwarded-For": "127.0.0.9", "Postman-Token": "x" })).toEqual([429, "0"]);
  expect(await login("slow@x.org")).toEqual([429, "0"]);
});
