import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLine } from "../../src/report/log-line.ts";
import type { Attempt } from "../../src/result/model.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { answered, buildCase, check, refused } from "../result/run-builder.ts";

const context = {
  runId: "run-1",
  suite: "Bookstore",
  environment: "local",
  timestamp: "2025-11-22T10:00:00.000Z",
  attempt: 1,
};

const one = buildCase("POST /books/{id}", "409", { about: "when it exists", edge: "ec-duplicate" });

function recordOf(attempt: Attempt) {
  return JSON.parse(logLine(one, attempt, context));
}

const header = (name: string, value: string) => ({ name, value });

describe("a line of the log", () => {
  it("says what was sent, what came, and what it is worth", () => {
    const checks = [check("a", true), check("b", false, { level: "warning" })];
    expect(recordOf(answered("POST /books/1?x=1", 201, { expected: "409", checks }))).toEqual({
      timestamp: "2025-11-22T10:00:00.000Z",
      runId: "run-1",
      suite: "Bookstore",
      environment: "local",
      method: "POST",
      path: "/books/{id}",
      url: "http://localhost:4010/books/1?x=1",
      status: 201,
      responseTimeMs: 12,
      responseBytes: 20,
      case: "POST /books/{id} > 409 when it exists",
      title: "POST /books/{id} -> 409 when it exists",
      edge: "ec-duplicate",
      attempt: 1,
      outcome: "failed",
      checks: { passed: 1, failed: 1, warned: 1 },
      requestHeaders: {},
      responseHeaders: { "content-type": "application/json" },
    });
  });

  it("says why nothing came", () => {
    const { error, outcome, status } = recordOf(refused());
    expect({ error, outcome, status }).toEqual({
      error: { code: "ECONNREFUSED", message: "connect ECONNREFUSED 127.0.0.1:4010" },
      outcome: "errored",
      status: undefined,
    });
  });

  it("says what an error says of itself, and under which number it was noted", () => {
    const sent = answered("POST /books", 409);
    const headers = [header("X-Request-Id", "r-1"), header("Content-Type", "application/problem+json")];
    const errorBody = {
      fields: ["type"],
      type: "https://a/taken",
      code: "taken",
      message: "m".repeat(900),
      field: "isbn",
    };
    const response = { status: 409, timeMs: 1, sizeBytes: 1, headers, errorBody };
    expect(recordOf({ ...sent, response }).details).toEqual({
      correlationId: "r-1",
      type: "https://a/taken",
      code: "taken",
      message: "m".repeat(500),
      field: "isbn",
    });
    const own = recordOf({ ...sent, response: { ...response, errorBody: { fields: [], correlationId: "r-2" } } });
    expect(own.details).toEqual({ correlationId: "r-2" });
    expect(recordOf({ ...sent, response: { ...response, status: 200 } }).details).toBeUndefined();
  });

  it("shows headers of a list, and no others", () => {
    const sent = answered("GET /a", 200);
    const headers = [
      header("Authorization", "Bearer abc"),
      header("Cookie", "a=b"),
      header("X-Own", "abc"),
      header("Accept", "text/html"),
      header("ACCEPT", "*/*"),
      header("traceparent", "00-1"),
      header("RateLimit-Remaining", "5"),
    ];
    const { requestHeaders } = recordOf({ ...sent, request: { method: "GET", url: "/", headers } });
    expect(requestHeaders).toEqual({ accept: "text/html, */*", traceparent: "00-1", "ratelimit-remaining": "5" });
  });

  it("shows no user", () => {
    const sent = answered("GET /a", 201);
    const response = { status: 201, timeMs: 1, sizeBytes: 1, headers: [header("Location", "//ann@h/1")] };
    const record = recordOf({
      ...sent,
      response,
      request: { method: "GET", url: "http://ann:***@h/a@b", headers: [] },
    });
    expect([record.url, record.responseHeaders.location]).toEqual(["http://h/a@b", "//h/1"]);
  });

  it("is one line that no terminal acts on, whatever is in it", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const each of run.cases) {
          for (const attempt of each.attempts) {
            const line = logLine(each, attempt, { ...context, suite: run.suite });
            expect(line).toMatch(/^[^\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]*\n$/u);
            expect(JSON.stringify(JSON.parse(line))).not.toContain("\\u001b[");
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
