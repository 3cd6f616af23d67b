import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { renderHar } from "../../src/report/har/render-har.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { buildCase, buildRun } from "../result/run-builder.ts";
import { emptyResult, hostile, richResult } from "./rich-result.ts";

const draft06 = { $id: "http://json-schema.org/draft-06/schema#", type: ["object", "boolean"] } as const;
const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false, schemas: [draft06] });
formats.default(ajv);
const folder = join(packageRoot, "node_modules/har-schema/lib");
for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
  ajv.addSchema(JSON.parse(readFileSync(join(folder, name), "utf8")));
}

function parse(result: Result) {
  const har = JSON.parse([...renderHar(result)].join(""));
  ajv.validate("har.json#", har);
  expect(ajv.errors ?? []).toEqual([]);
  return har.log;
}

test("has each attempt of the failed and errored cases, valid to HAR 1.2", () => {
  const { entries } = parse(richResult);
  const titles = entries.map(({ comment }: { comment: string }) => comment.split(" (")[0]);
  expect(titles).toContain("POST /books -> 422 when title is missing");
  expect(titles).toContain("POST /books -> 409 when it exists already");
  expect(titles).not.toContain("GET /books -> 200");
  // Two attempts each.
  expect(entries.filter((each: { _case: { id: string } }) => each._case.id.startsWith("hostile"))).toHaveLength(
    hostile.length * 2,
  );
});

test("a request and its response, whole", () => {
  const attempt = {
    status: "failed",
    durationMs: 15,
    request: {
      method: "POST",
      url: "http://localhost:4010/books?q=a%20b&q=[1]#top",
      headers: [
        { name: "Content-Type", value: "application/json" },
        { name: "Cookie", value: "session=***; theme=dark=er" },
      ],
      body: '{"title":"Düne"}',
    },
    response: {
      status: 302,
      headers: [
        { name: "Set-Cookie", value: "id=1; Path=/; HttpOnly; Secure" },
        { name: "Location", value: "/login" },
        { name: "content-type", value: "text/html" },
      ],
      timeMs: 12,
      sizeBytes: 4,
      body: "oops",
    },
    checks: [{ id: "a", rule: "status-expected", title: "status is 201", level: "error", passed: false }],
  } as const;
  const { entries } = parse(resultOf(buildRun([buildCase("POST /books", "201", { attempts: [attempt] })])));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toEqual({
    startedDateTime: "2025-11-22T10:00:00.000Z",
    time: 12,
    request: {
      method: "POST",
      url: "http://localhost:4010/books?q=a%20b&q=%5B1%5D",
      httpVersion: "HTTP/1.1",
      cookies: [
        { name: "session", value: "***" },
        { name: "theme", value: "dark=er" },
      ],
      headers: attempt.request.headers,
      queryString: [
        { name: "q", value: "a b" },
        { name: "q", value: "[1]" },
      ],
      postData: { mimeType: "application/json", text: '{"title":"Düne"}' },
      headersSize: -1,
      bodySize: 17,
    },
    response: {
      status: 302,
      statusText: "Found",
      httpVersion: "HTTP/1.1",
      cookies: [{ name: "id", value: "1", path: "/", httpOnly: true, secure: true }],
      headers: attempt.response.headers,
      content: { size: 4, mimeType: "text/html", text: "oops" },
      redirectURL: "/login",
      headersSize: -1,
      bodySize: 4,
    },
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, send: 0, wait: 12, receive: 0, ssl: -1 },
    comment: "POST /books -> 201 (api.yaml:14:13): expected 201 Created, got 302 Found",
    _case: { id: "POST /books > 201", suite: "Bookstore", environment: "local", outcome: "failed", attempt: 1 },
  });
});

test("a run without cases", () => {
  expect(parse(emptyResult).entries).toEqual([]);
});

test("any run is valid", () => {
  fc.assert(
    fc.property(anyRun, (run) => void parse(resultOf(run))),
    { numRuns: 50 },
  );
});
