import { describe, expect, it } from "vitest";
import { type LeakId, leaks } from "../../src/http/leaks.ts";
import { evaluate } from "../support/script.ts";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";
import { benignBodies } from "./benign-bodies.ts";
import { leakSamples } from "./leak-samples.ts";

const patterns = Object.entries(leaks).map(([id, { pattern }]) => [id as LeakId, pattern] as const);

function normalised(body: string): string {
  return String(evaluate("normalised(bodyText())", { body }));
}

describe("the patterns of leaks", () => {
  it.each(patterns)("%s is found in its sample", (id, pattern) => {
    expect(normalised(leakSamples[id])).toMatch(pattern);
  });

  it.each(benignBodies)("take %s for what it is", (body) => {
    const text = normalised(body);
    expect(patterns.filter(([, pattern]) => pattern.test(text)).map(([id]) => id)).toEqual([]);
  });

  it("are done soon with bodies that are made to hang them", () => {
    const slow: string[] = [];
    for (const [id, pattern] of patterns) {
      for (const text of hostileTexts(leakSamples[id])) {
        const start = performance.now();
        pattern.test(text);
        const took = performance.now() - start;
        if (took > 300) slow.push(`${id} took ${Math.round(took)} ms for ${JSON.stringify(text.slice(0, 40))}`);
      }
    }
    expect(slow).toEqual([]);
  });

  it("are read in a text that is made to hang the normaliser", () => {
    for (const part of ["<pre", "&nbsp", "\\", "\\u003c", "<br ", "\\r", '\\"', "<td \n"]) {
      const start = performance.now();
      normalised(part.repeat(300_000 / part.length));
      expect(performance.now() - start, part).toBeLessThan(1000);
    }
  });
});

const text = { "Content-Type": "text/plain" };
const bytes = { "Content-Type": "application/octet-stream" };
const failed = (body: string): Vector => ({ status: 410, headers: bytes, body });
// An error in JSON owes a code as well.
const coded = (body: string): string => body.replace(/^\{/, '{"code":"GONE",');
const stack = "Error: x\n    at load (/srv/app/books.js:12:7)";

const vectors: ReadonlyArray<Vector> = [
  ...patterns.map(([rule]): Vector => ({ rule, ...failed(coded(leakSamples[rule])) })),
  {
    rule: "leak-password-hash",
    name: "in a success",
    body: { hash: "$2b$12$abcdefghijklmnopqrstuuKYfRj0a1b2c3d4e5f6g7h8i9j0k1l2m" },
  },
  {
    rule: "leak-node-frame",
    name: "one stack trace is one fault",
    ...failed(`${stack}\n    at node:internal/x:1:2\n"stack":"${stack}" node_modules/express`),
  },
  { rule: "leak-json-keys", status: 410, body: { code: "GONE", message: "it is gone", debug: { turn: 1 } } },
  { rule: "leak-stack-in-success", body: { id: "a1", note: stack } },
  { rule: "leak-secret-in-success", body: { id: "a1", url: "postgres://app:s3cr3t@db.example:5432/x" } },
  { rule: "leak-secret-fields-2xx", body: { users: [{ id: "a1", password: "hunter2" }] } },
  {
    rule: "leak-secret-fields-2xx",
    name: "a hash",
    body: { users: [{ id: "a1", passwordHash: "8d969eef6ecad3c29a3a629280e686cf" }] },
  },
  {
    name: "when the password was hashed",
    body: { users: [{ id: "a1", passwordHashedAt: "2024-01-01", hashAlgorithm: "argon2" }] },
  },
  {
    rule: "leak-echoed-credentials",
    sends: { Authorization: "Bearer 0123456789abc" },
    body: { asked: "0123456789abc" },
  },
  {
    rule: "leak-graphql-exception",
    body: { data: null, errors: [{ message: "no", extensions: { exception: { stacktrace: [stack] } } }] },
  },
  {
    rule: "leak-directory-listing",
    headers: { "Content-Type": "text/html" },
    body: "<html><title>Index of /backup</title></html>",
  },

  {
    name: "what was sent is no leak",
    status: 410,
    sends: { "X-Q": "SELECT * FROM users" },
    headers: text,
    body: 'no result for "SELECT * FROM users"',
  },
  {
    name: "nor is what was sent in a body",
    method: "PUT",
    status: 410,
    sendsBody: { path: "/etc/nginx/nginx.conf", host: "10.0.0.7" },
    headers: text,
    body: "/etc/nginx/nginx.conf on 10.0.0.7 is gone",
  },
  { name: "a log with stack traces, sent", method: "PUT", sendsBody: { log: stack }, body: { log: stack } },
  { name: "a new key", method: "POST", body: { private_key: "-----BEGIN PRIVATE KEY-----" } },
  { name: "a token", method: "POST", body: { access_token: leakSamples["leak-jwt"] } },
  {
    name: "masked fields, and fields of a schema",
    body: { password: "****1234", properties: { password: "string(8)" }, pin: "none" },
  },
  {
    name: "ids and words",
    status: 410,
    body: {
      code: "GONE",
      message: "it is gone",
      trace: "4bf92f35",
      debug: false,
      query: "sql",
      class: "economy",
      file: "a.tf",
      line: 3,
    },
  },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 180_000);

/** The beginnings of a sample, each over and over: what a pattern almost matches costs it most. */
function hostileTexts(sample: string): ReadonlyArray<string> {
  const ends = [2, 4, 6, 9, 13, 18, 25, 34, sample.length].filter((end) => end <= sample.length);
  return ends.map((end) => sample.slice(0, end).repeat(200_000 / end));
}
