import fc from "fast-check";
import { expect, test } from "vitest";
import { renderJson } from "../../src/report/json.ts";
import { parseRunFile } from "../../src/result/parse-run-file.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { answered, buildCase, buildRun, check } from "../result/run-builder.ts";
import { bookstoreRun } from "./bookstore-run.ts";
import { jsonOf, ndjsonOf } from "./draw.ts";

test("a small run, whole", () => {
  const create = buildCase("POST /books", "201", {
    attempts: [answered("POST /books", 500, { expected: "201", body: "oops", requestBody: "{}" })],
  });
  const read = buildCase("GET /books", "404", {
    needs: [create.id],
    attempts: [answered("GET /books", 404, { checks: [check("mine", true, { message: "fine" })] })],
  });
  const health = buildCase("GET /health", "503", { unproven: "add `when`" });
  const run = buildRun([create, read, health], { shard: { index: 1, of: 2 } });
  // The metrics have tests of their own.
  const { metrics: _, endpoints: __, ...suite } = JSON.parse(jsonOf(run)).suites[0];
  expect(JSON.stringify(suite, null, 2)).toMatchInlineSnapshot(`
    "{
      "suite": "Bookstore",
      "environment": "local",
      "baseUrl": "http://localhost:4010",
      "startedAt": "2025-11-22T10:00:00.000Z",
      "durationMs": 3100,
      "lanes": 8,
      "shard": {
        "index": 1,
        "of": 2
      },
      "summary": {
        "cases": 3,
        "passed": 0,
        "failed": 1,
        "flaky": 0,
        "errored": 0,
        "inconclusive": 1,
        "skipped": 0,
        "unproven": 1,
        "requests": 2,
        "checks": {
          "passed": 2,
          "failed": 1,
          "warned": 0
        }
      },
      "findings": [],
      "cases": [
        {
          "id": "POST /books > 201",
          "title": "POST /books -> 201",
          "group": "books",
          "endpoint": "POST /books",
          "method": "POST",
          "path": "/books",
          "expected": [
            "201"
          ],
          "origin": "declared",
          "outcome": "failed",
          "manifest": {
            "file": "api.yaml",
            "line": 14,
            "column": 13
          },
          "why": "the manifest says so",
          "source": "RFC 9110, 15",
          "needs": [],
          "attempts": [
            {
              "status": "failed",
              "durationMs": 13,
              "request": {
                "method": "POST",
                "url": "http://localhost:4010/books",
                "headers": [
                  {
                    "name": "Authorization",
                    "value": "Bearer ***"
                  }
                ],
                "body": "{}"
              },
              "response": {
                "status": 500,
                "headers": [
                  {
                    "name": "Content-Type",
                    "value": "application/json"
                  }
                ],
                "timeMs": 12,
                "sizeBytes": 20,
                "body": "oops"
              },
              "checks": [
                {
                  "id": "status-expected",
                  "rule": "status-expected",
                  "title": "status is 201",
                  "level": "error",
                  "passed": false
                }
              ]
            }
          ]
        },
        {
          "id": "GET /books > 404",
          "title": "GET /books -> 404",
          "group": "books",
          "endpoint": "GET /books",
          "method": "GET",
          "path": "/books",
          "expected": [
            "404"
          ],
          "origin": "declared",
          "outcome": "inconclusive",
          "because": "POST /books > 201",
          "manifest": {
            "file": "api.yaml",
            "line": 14,
            "column": 13
          },
          "why": "the manifest says so",
          "source": "RFC 9110, 15",
          "needs": [
            "POST /books > 201"
          ],
          "attempts": [
            {
              "status": "passed",
              "durationMs": 13,
              "request": {
                "method": "GET",
                "url": "http://localhost:4010/books",
                "headers": [
                  {
                    "name": "Authorization",
                    "value": "Bearer ***"
                  }
                ]
              },
              "response": {
                "status": 404,
                "headers": [
                  {
                    "name": "Content-Type",
                    "value": "application/json"
                  }
                ],
                "timeMs": 12,
                "sizeBytes": 20
              },
              "checks": [
                {
                  "id": "status-expected",
                  "rule": "status-expected",
                  "title": "status is 404",
                  "level": "error",
                  "passed": true
                },
                {
                  "id": "mine",
                  "rule": "mine",
                  "title": "mine",
                  "level": "error",
                  "passed": true,
                  "message": "fine"
                }
              ]
            }
          ]
        },
        {
          "id": "GET /health > 503",
          "title": "GET /health -> 503",
          "group": "books",
          "endpoint": "GET /health",
          "method": "GET",
          "path": "/health",
          "expected": [
            "503"
          ],
          "origin": "declared",
          "outcome": "unproven",
          "unproven": "add \`when\`",
          "manifest": {
            "file": "api.yaml",
            "line": 14,
            "column": 13
          },
          "why": "the manifest says so",
          "source": "RFC 9110, 15",
          "needs": [],
          "attempts": []
        }
      ],
      "matrix": [
        {
          "endpoint": "POST /books",
          "code": "201",
          "state": "failed"
        },
        {
          "endpoint": "GET /books",
          "code": "404",
          "state": "inconclusive"
        },
        {
          "endpoint": "GET /health",
          "code": "503",
          "state": "unproven"
        }
      ]
    }"
  `);
});

test("keys have one order, whatever order they came in", () => {
  const reversed = reverseKeys(bookstoreRun);
  expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(bookstoreRun));
  expect(jsonOf(reversed)).toBe(jsonOf(bookstoreRun));
});

test("any run is valid JSON with an outcome for each case", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const report = JSON.parse(jsonOf(run));
      const [suite] = report.suites;
      expect(suite.cases.map(({ id }: { id: string }) => id)).toEqual(run.cases.map(({ id }) => id));
      expect(suite.cases.every(({ outcome }: { outcome: string }) => outcome in suite.summary)).toBe(true);
    }),
  );
});

test("no piece of the report grows with the number of endpoints: there may be more than one text holds", () => {
  const cases = Array.from({ length: 200 }, (_, at) => buildCase(`GET /${at}`, "200"));
  const pieces = [...renderJson(resultOf(buildRun(cases)))];
  // Each endpoint has metrics of some 3 kB.
  expect(pieces.filter(({ length }) => length > 50_000)).toEqual([]);
});

test("the ndjson reporter writes what can be read again", () => {
  expect(parseRunFile(ndjsonOf(bookstoreRun))).toEqual({ run: bookstoreRun, problems: [] });
});

function reverseKeys<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toReversed())
      : each,
  );
}
