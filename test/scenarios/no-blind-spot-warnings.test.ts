import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { listen, type Running, readText } from "../servers/listen.ts";
import { redChecks, runAgainst } from "../support/suite.ts";

// What a case says of the very code that came: a server that is a little wrong about each, and the warning it gets.

const suite = `
name: Careless
baseUrl: http://localhost:1
auth: { me: { bearer: "{{token}}" } }
endpoints:
  GET /scheme: 200 401
  POST /field: { public: true, body: { name: a, size: 1 }, expect: 200 400 }
  GET /allow: { public: true, expect: 200 405 }
  GET /busy: { public: true, expect: 503 }
  GET /limited: { public: true, expect: { 200: null, 429: { when: { headers: { X-Burst: "1" } } } } }
  POST /taken: { public: true, body: { name: a }, expect: { 200: null, 409: { when: { body: { name: b } } } } }
  GET /gone: { public: true, expect: 410 }
  POST /jobs: { public: true, body: { name: a }, expect: 202 }
  POST /crash: { public: true, body: { name: a }, expect: 200 }
`;

function answer(request: IncomingMessage, response: ServerResponse, body: string): unknown {
  const send = (status: number, headers: Record<string, string> = {}, content: object = { id: 1 }) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(JSON.stringify(content));
  };
  const error = { error: { code: "NO", message: "that did not work" } };
  const { method, headers } = request;
  const isKnown = headers.authorization === "Bearer open";
  switch (request.url?.split("?")[0]) {
    case "/scheme":
      if (isKnown) return send(200);
      // Right for a malformed request (RFC 6750, 3.1), and not what clients expect of another scheme.
      if (headers.authorization?.startsWith("Basic")) return send(400, {}, error);
      return send(401, { "WWW-Authenticate": 'Digest realm="a", nonce="b"' }, error);
    case "/field":
      return /"name": "a"/.test(body) && /"size": 1/.test(body) ? send(200) : send(400, {}, error);
    case "/allow":
      return method === "GET" ? send(200) : send(405, { Allow: "OPTIONS" }, error);
    case "/busy":
      return send(503, {}, error);
    case "/limited":
      return headers["x-burst"] ? send(429, {}, error) : send(200);
    case "/taken":
      return /"name": "b"/.test(body) ? response.writeHead(409).end() : send(200);
    case "/gone":
      return response.writeHead(410).end();
    case "/jobs":
      return send(202, {}, { accepted: true });
    case "/crash":
      return /"name": "a"/.test(body) ? send(200) : send(500, {}, error);
  }
  return send(404, {}, error);
}

let server: Running;
let run: Run;

beforeAll(async () => {
  const listener = async (request: IncomingMessage, response: ServerResponse) =>
    answer(request, response, await readText(request));
  server = await listen(listener, () => 0);
  run = await runAgainst(server.url, suite, { values: { token: "open" } });
}, 60_000);

afterAll(() => server.close());

/** Ids of the rules that an endpoint was warned of. */
function warnings(endpoint: string): ReadonlyArray<string> {
  const own = run.cases.filter((one) => one.endpoint === endpoint);
  const checks = own.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.checks));
  const warned = checks.filter(({ level, passed }) => level === "warning" && !passed);
  return [...new Set(warned.map(({ rule }) => rule ?? ""))].sort();
}

it.each([
  ["GET /scheme", ["401-challenge-matches-declared-scheme", "status-preferred"]],
  ["POST /field", ["400-field-details"]],
  ["GET /allow", ["405-allow-includes-declared"]],
  ["GET /busy", ["503-retry-after-present"]],
  ["POST /taken", ["409-explains-conflict"]],
  ["GET /gone", ["4xx-body-explains"]],
  ["POST /jobs", ["202-status-monitor"]],
  ["GET /limited", ["429-retry-after-present"]],
])("%s is warned of", (endpoint, expected) => {
  expect(warnings(endpoint)).toEqual(expected);
});

it("a server error where anything else is right is red, under the name of its rule", () => {
  const reds = redChecks(run).filter((one) => one.startsWith("POST /crash"));
  expect(new Set(reds.map((one) => one.slice(one.lastIndexOf(" ") + 1)))).toEqual(
    new Set(["status-not-5xx", "status-expected"]),
  );
});
