import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { errorBody } from "../../src/result/error-body.ts";
import { createMask } from "../../src/result/redact/mask.ts";
import { suiteFindings } from "../../src/result/suite/suite-findings.ts";
import { runAgainst } from "../support/suite.ts";

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

const suite = `
name: Lazy
baseUrl: http://localhost:1
profile: thorough
endpoints:
  POST /things: { body: { name: one }, expect: 201 }
  GET /things/{id}: 200
`;

/** Makes things, and calls whatever else it is asked for a bad request. */
async function startLazy(): Promise<string> {
  const things = new Map<string, string>();
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const send = (status: number, value: unknown, headers = {}) =>
      response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(value));
    const refuse = () => send(400, { code: "bad_request", message: "no" });
    const { method, url = "" } = request;
    const isPlain = !/newmanifest/.test(JSON.stringify(request.headers));
    if (method === "GET" && url === "/things" && isPlain) return send(200, [...things.values()]);
    const thing = things.get(url);
    if (method === "GET" && thing !== undefined && isPlain) return send(200, JSON.parse(thing));
    if (method !== "POST" || url !== "/things" || text !== '{\n  "name": "one"\n}' || !isPlain) return refuse();
    const id = String(things.size + 1);
    things.set(`/things/${id}`, JSON.stringify({ id, name: "one" }));
    send(201, { id, name: "one" }, { Location: `/things/${id}` });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a server that answers 400 to everything", () => {
  it("is found out by all of its responses together", async () => {
    const run = await runAgainst(await startLazy(), suite);
    const rules = suiteFindings(run).map(({ rule }) => rule);
    expect(rules).toContain("400-not-catchall");
    const errors = run.cases.flatMap(({ attempts }) => attempts.flatMap(({ response }) => response?.errorBody ?? []));
    expect(errors[0]).toEqual({ fields: ["code", "message"], code: "bad_request", message: "no" });
  });
});

describe("what is kept of an error", () => {
  const keep = (body: string, type = "application/problem+json; charset=utf-8", status = 400) =>
    errorBody({ status, headers: [{ name: "content-type", value: type }], body });

  it.each([
    ['{"code":"a","x":1}', { fields: ["code", "x"], code: "a" }],
    ['{"error":{"code":7}}', { fields: ["error"], code: "7" }],
    ['{"error":"not_found"}', { fields: ["error"], code: "not_found" }],
    ['{"error":"Not found at all"}', { fields: ["error"], message: "Not found at all" }],
    ['{"errors":[{"code":"E1"}]}', { fields: ["errors"], code: "E1" }],
    ['{"type":"about:blank","title":"No"}', { fields: ["type", "title"], message: "No" }],
    ['{"type":"https://a/b"}', { fields: ["type"], code: "https://a/b", type: "https://a/b" }],
    [
      '{"type":"/problems/taken","detail":"It is taken.","errors":[{"pointer":"/isbn"}],"traceId":"t1"}',
      {
        fields: ["type", "detail", "errors", "traceId"],
        code: "/problems/taken",
        type: "/problems/taken",
        message: "It is taken.",
        field: "/isbn",
        correlationId: "t1",
      },
    ],
    [
      '{"detail":[{"loc":["body","isbn"],"msg":"field required"}]}',
      { fields: ["detail"], message: "field required", field: "body.isbn" },
    ],
    ["\ufeff{}", { fields: [] }],
    ["[1]", undefined],
    ["{", undefined],
    ["null", undefined],
  ])("of %s", (body, kept) => {
    expect(keep(body)).toEqual(kept);
  });

  it("is nothing of a success, nor of what is no JSON", () => {
    expect(keep('{"code":"a"}', "application/json", 200)).toBeUndefined();
    expect(keep('{"code":"a"}', "text/plain")).toBeUndefined();
  });

  it("is no more than can be compared, and no secret", () => {
    const wide = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${"x".repeat(200)}${at}`, 1]));
    expect(JSON.stringify(keep(JSON.stringify(wide))).length).toBeLessThan(4000);
    const body = '{"code":"swordfish","swordfish":1}';
    const headers = [{ name: "Content-Type", value: "application/json" }];
    const masked = createMask(["swordfish"]).response({ status: 400, headers, timeMs: 1, sizeBytes: 9, body }, 0);
    expect(masked.errorBody).toEqual({ fields: ["code", "***"], code: "***" });
  });
});
