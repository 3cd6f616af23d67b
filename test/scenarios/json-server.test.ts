import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import jsonServer from "json-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCode } from "../../src/result/exit-code.ts";
import { notPassed, redChecks, runAgainst } from "../support/suite.ts";

// An API nobody here wrote: json-server's /posts.

let server: Server;
let url: string;

beforeAll(async () => {
  const app = jsonServer.create();
  app.use(jsonServer.defaults({ logger: false }));
  app.use(jsonServer.router({ posts: [{ id: 1, title: "first", author: "somebody" }] }));
  server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const right = `
name: Posts
baseUrl: http://localhost:3000
profile: minimal
endpoints:
  GET /posts: 200
  POST /posts: { body: { title: hello, author: newmanifest }, expect: 201 }
  GET /posts/{id}: 200 304 404
  PUT /posts/{id}: { body: { title: replaced, author: newmanifest }, expect: 200 404 }
  PATCH /posts/{id}: { body: { title: changed }, expect: 200 404 }
  DELETE /posts/{id}: 200 404
`;

const wrong = `
name: Posts
baseUrl: http://localhost:3000
auth: { writer: { bearer: secret-of-the-writer } }
endpoints:
  GET /posts: 200 406
  POST /posts: { body: { title: hello, author: newmanifest }, expect: 201 401 415 422 }
  GET /posts/{id}: 200 404
  DELETE /posts/{id}: 204 404
`;

describe("json-server", () => {
  it("is proven, where it is right, by a manifest of ten lines", async () => {
    expect(right.trim().split("\n").length).toBeLessThan(15);
    const run = await runAgainst(url, right);
    expect(notPassed(run)).toEqual([]);
    expect(exitCode(run)).toBe(0);
    expect(run.cases.length).toBeGreaterThan(12);
  });

  it("answers 500 to what it cannot read, and that is all the standard profile finds", async () => {
    const run = await runAgainst(url, right.replace("minimal", "standard"));
    expect(notPassed(run)).toEqual([
      "failed  POST /posts -> 400|422 when the body is not JSON",
      "failed  PUT /posts/{id} -> 400|422 when the body is not JSON",
      "failed  PATCH /posts/{id} -> 400|422 when the body is not JSON",
      "failed  POST /posts -> no 5xx when the body is null",
      "failed  GET /posts/{id} -> no 5xx when id has a percent sign and no digits",
      "failed  PUT /posts/{id} -> no 5xx when the body is null",
      "failed  PATCH /posts/{id} -> no 5xx when the body is null",
    ]);
    expect(run.cases.flatMap(({ attempts }) => attempts.map(({ response }) => response?.status))).toContain(500);
  });

  it("leaves nothing behind", async () => {
    await runAgainst(url, right);
    const posts = await (await fetch(`${url}/posts`)).json();
    expect(posts).toEqual([{ id: 1, title: "first", author: "somebody" }]);
  });

  it("is named where it is wrong by the guide", async () => {
    const run = await runAgainst(url, wrong);
    expect(redChecks(run)).toMatchInlineSnapshot(`
      [
        "POST /posts -> 401 without credentials: status-expected",
        "POST /posts -> 401 with wrong credentials: status-expected",
        "POST /posts -> 401 with the wrong authentication scheme: status-expected",
        "POST /posts -> 401 with a scheme and nothing after it: status-expected",
        "POST /posts -> 415 when the media type of the body is not supported: status-expected",
        "POST /posts -> 422 when title is missing: status-expected",
        "POST /posts -> 422 when author is missing: status-expected",
        "POST /posts -> 422 when title has a wrong type: status-expected",
        "POST /posts -> 422 when author has a wrong type: status-expected",
        "POST /posts -> 400|422 when the body is not JSON: leak-node-frame",
        "POST /posts -> 400|422 when the body is not JSON: status-expected",
        "POST /posts -> no 5xx when the body is null: leak-node-frame",
        "POST /posts -> no 5xx when the body is null: status-not-5xx",
        "GET /posts -> 406 when no acceptable media type is left: status-expected",
        "GET /posts -> 401|403|404 without credentials: status-expected",
        "GET /posts -> 401|403|404 with wrong credentials: status-expected",
        "GET /posts -> 400|401|403|404 with a scheme and nothing after it: status-expected",
        "GET /posts/{id} -> 401|403|404 without credentials: status-expected",
        "GET /posts/{id} -> 401|403|404 with wrong credentials: status-expected",
        "GET /posts/{id} -> 400|401|403|404 with a scheme and nothing after it: status-expected",
        "GET /posts/{id} -> no 5xx when id has a percent sign and no digits: leak-node-frame",
        "GET /posts/{id} -> no 5xx when id has a percent sign and no digits: status-not-5xx",
        "DELETE /posts/{id} -> 401|403|404 without credentials: status-expected",
      ]
    `);
    expect(exitCode(run)).toBe(1);
  });
});
