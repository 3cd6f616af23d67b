import { expect, test } from "vitest";
import { serve } from "./serve.ts";

const shop = `
name: Shop
baseUrl: http://localhost
auth: { me: { bearer: t } }
defaults: { errors: problem+json }
endpoints:
  POST /orders:
    body: { sku: A1 }
    expect:
      201: { body: { id: 1, sku: A1 } }
      202: { body: { id: 1, state: queued } }
      401:
      405:
      429:
      503: { when: { headers: { X-Down: "1" } }, body: { error: closed }, headers: { Retry-After: "7" } }
  GET /orders/{id}: { expect: { 200: {}, 5xx: {} } }
  GET /health: { public: true, expect: 200 }
`;
const headers = { Authorization: "Bearer t" };
const order = { sku: "A1" };

async function prefer(line: string, preference: string, sent: object = { headers }) {
  const { send } = await serve(shop);
  await send("POST /orders", { json: order, headers });
  const init = { headers: { ...headers, Prefer: preference }, ...(line.startsWith("POST") ? { json: order } : {}) };
  return send(line, { ...sent, ...init });
}

test("a code that is declared is given, with all that is declared of it and all that it owes", async () => {
  const down = await prefer("POST /orders", "code=503");
  expect(down).toMatchObject({ status: 503, json: { error: "closed" }, reason: "Prefer: code=503" });
  expect(down.headers.get("retry-after")).toBe("7");
  expect(down.headers.get("preference-applied")).toBe("code=503");
  expect(down.headers.get("vary")).toMatch(/\bPrefer\b/);
  const unknown = await prefer("POST /orders", "code=401");
  expect(unknown.headers.get("www-authenticate")).toBe('Bearer realm="Shop", error="invalid_token"');
  expect((await prefer("POST /orders", "code=405")).headers.get("allow")).toBe("POST, OPTIONS");
  const limited = await prefer("POST /orders", "code=429");
  expect(limited.headers.get("retry-after")).toMatch(/^[12]$/);
  expect(limited.headers.get("x-ratelimit-remaining")).toBe("0");
  // One of a class that is declared.
  expect((await prefer("GET /orders/1", "code=502")).json).toMatchObject({ status: 502, title: "Bad Gateway" });
});

test("another success than the usual one, where the request deserves one", async () => {
  const accepted = await prefer("POST /orders", "code=202");
  expect([accepted.status, accepted.json]).toEqual([202, { id: 2, state: "queued", sku: "A1" }]);
  expect(accepted.headers.get("preference-applied")).toBe("code=202");
  const missing = await prefer("GET /orders/99", "code=200");
  expect([missing.status, missing.headers.get("preference-applied")]).toEqual([404, null]);
});

test("a code that is not declared is ignored, and the log says so", async () => {
  const usual = await prefer("POST /orders", "code=418");
  expect([usual.status, usual.headers.get("preference-applied")]).toEqual([201, null]);
  expect(usual.reason).toBe("created (Prefer: code=418 is not declared here)");
  for (const odd of ["code", "code=", "code=abc", "code=100", "code=5033", "Code 503", "", '"', "=,;"]) {
    expect((await prefer("POST /orders", odd)).status).toBe(201);
  }
  // What the suites send.
  for (const other of [
    "newmanifest=1",
    "return=minimal",
    "return=representation",
    "respond-async",
    "handling=strict",
  ]) {
    const answer = await prefer("POST /orders", other);
    expect([answer.status, answer.headers.get("preference-applied")]).toEqual([201, null]);
  }
});

test("several preferences, in all that RFC 7240 lets them look like", async () => {
  for (const text of [
    'Code="503"',
    "return=minimal, CODE = 503",
    'foo="a, code=502; b", code=503',
    "foo; bar=1; code=502, code=503; strict",
    "code=503, code=429",
  ]) {
    expect((await prefer("POST /orders", text)).status, text).toBe(503);
  }
  const both = await prefer("POST /orders", "delay=30, code=503");
  expect([both.status, both.headers.get("preference-applied")]).toEqual([503, "code=503, delay=30"]);
});

test("an answer is held back as long as it is preferred, an error too", async () => {
  const { send, log } = await serve(shop);
  const timed = async (line: string, text: string) => {
    const startedMs = performance.now();
    const answer = await send(line, { headers: { Prefer: text } });
    return { ...answer, ms: performance.now() - startedMs };
  };
  const held = await timed("GET /health", "delay=120");
  expect([held.status, held.headers.get("preference-applied")]).toEqual([200, "delay=120"]);
  expect(held.ms).toBeGreaterThan(115);
  expect(log.at(-1)).toMatchObject({ delayMs: 120 });
  expect(await timed("GET /nowhere", 'delay="60"')).toMatchObject({ status: 404 });
  expect(log.at(-1)?.ms).toBeGreaterThan(55);
  expect((await timed("GET /health", "delay=-5")).headers.get("preference-applied")).toBeNull();
});

test("a minute is the longest delay, and whoever does not wait for it is let go", async () => {
  const { url, log, send } = await serve(shop);
  const signal = AbortSignal.timeout(300);
  await expect(fetch(`${url}/health`, { headers: { Prefer: "delay=86400000" }, signal })).rejects.toThrow();
  await expect.poll(() => log.at(-1)).toMatchObject({ delayMs: 60_000 });
  expect(log.at(-1)?.reason).toBe("shown; the client did not wait for it");
  expect(log.at(-1)?.ms).toBeLessThan(5000);
  expect((await send("GET /health")).status).toBe(200);
});
