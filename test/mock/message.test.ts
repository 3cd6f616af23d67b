import { connect } from "node:net";
import { describe, expect, it, test } from "vitest";
import { serve } from "./serve.ts";

const manifest = `
name: Messages
baseUrl: http://localhost
defaults: { errors: problem+json }
endpoints:
  GET /a: 200
  POST /a: { body: { n: 1 }, expect: 201 }
`;

/** A request to the letter, and the answer to the letter. */
async function exchange(url: string, head: string, body = ""): Promise<{ status: number; head: string; body: string }> {
  const { hostname, port } = new URL(url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${head.replaceAll("\n", "\r\n")}\r\n\r\n${body}`),
    );
    let text = "";
    socket.setEncoding("latin1").on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text)).on("error", reject);
  });
  const [answered = "", content = ""] = answer.split("\r\n\r\n");
  return { status: Number(answered.slice(9, 12)), head: answered, body: content };
}

const host = "Host: x\nConnection: close";
const long = (count: number) => "x".repeat(count);

describe("what is wrong with a message as such has an answer like any other", () => {
  it.each([
    ["no host", "GET /a HTTP/1.1\nConnection: close", 400, "host is missing"],
    ["two hosts", `GET /a HTTP/1.1\n${host}\nHost: y`, 400, "host comes twice"],
    [
      "two credentials",
      `GET /a HTTP/1.1\n${host}\nAuthorization: a\nauthorization: b`,
      400,
      "authorization comes twice",
    ],
    ["a long address", `GET /a?q=${long(8190)} HTTP/1.1\n${host}`, 414, "8192 bytes"],
    ["a long header", `GET /a HTTP/1.1\n${host}\nX-Long: ${long(20_000)}`, 431, "x-long"],
    ["a very long header", `GET /a HTTP/1.1\n${host}\nX-Long: ${long(100_000)}`, 431, "too long"],
    ["many headers", `GET /a HTTP/1.1\n${host}${"\nX-N: 1234567890".repeat(1200)}`, 431, "16384 bytes"],
    ["an expectation", `POST /a HTTP/1.1\n${host}\nExpect: miracles\nContent-Length: 0`, 417, "100-continue"],
    ["a broken query", `GET /a?q=%zz HTTP/1.1\n${host}`, 400, "query is broken"],
    ["an unknown method", `NEWMANIFEST /a HTTP/1.1\n${host}`, 501, "method is unknown"],
    ["a broken header", `GET /a HTTP/1.1\n${host}\nX A: 1`, 400, "no HTTP request"],
    ["a broken length", `POST /a HTTP/1.1\n${host}\nContent-Length: abc`, 400, "no HTTP request"],
    ["an unknown version", `GET /a HTTP/9.9\n${host}`, 505, "HTTP/1.1"],
  ])("%s", async (_, head, status, words) => {
    const { url, send } = await serve(manifest);
    const answer = await exchange(url, head);
    expect(answer.status).toBe(status);
    expect(answer.head).toMatch(/\r\ncontent-type: application\/problem\+json/i);
    expect(answer.head).toMatch(/\r\ndate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/i);
    expect(JSON.parse(answer.body)).toMatchObject({ status, detail: expect.stringContaining(words) });
    expect((await send("GET /a")).status).toBe(200);
  });

  it("a message that never ends is 408", { timeout: 15_000 }, async () => {
    const { url } = await serve(manifest);
    const answer = await exchange(
      url,
      "POST /a HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 99",
      "{",
    );
    expect(answer.status).toBe(408);
    expect(answer.head).toMatch(/\r\nconnection: close/i);
  });
});

test("what is unusual and right is taken", async () => {
  const { url } = await serve(manifest);
  const status = async (head: string, body?: string) => (await exchange(url, head, body)).status;
  expect(await status(`GET /a?q=${long(7000)} HTTP/1.1\n${host}`)).toBe(200);
  expect(await status("GET /a HTTP/1.0")).toBe(200);
  expect(await status(`GET /a HTTP/1.1\nHost: newmanifest.invalid\nConnection: close`)).toBe(200);
  expect(
    await status(`GET /a HTTP/1.1\n${host}\nPrefer: newmanifest=1\nX-Unknown: 1\nX-Http-Method-Override: DELETE`),
  ).toBe(200);
  expect(await status(`GET /a?unknown=1&unknown=2 HTTP/1.1\n${host}\nRange: items=0-4`)).toBe(200);
  const post = `POST /a HTTP/1.1\n${host}\nContent-Type: application/json\nContent-Length: 7`;
  expect(await status(`${post}\nExpect: 100-continue`, '{"n":1}')).toBe(100);
  expect(await status(`${post}\nRange: bytes=0-0\nIf-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT`, '{"n":1}')).toBe(
    201,
  );
});
