import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { renderCtrf } from "../../src/report/ctrf/render-ctrf.ts";
import { exitCode, exitCodes } from "../../src/result/exit-code.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { buildRun } from "../result/run-builder.ts";
import { emptyResult, hostile, readOnce, richResult } from "./rich-result.ts";

const schema = JSON.parse(readFileSync(join(packageRoot, "node_modules/ctrf/dist/ctrf-schema-0.0.json"), "utf8"));
const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const isValid = ajv.compile(schema);

interface CtrfTest {
  readonly name: string;
  readonly testId: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

function parse(result: Result) {
  const report = JSON.parse([...renderCtrf(readOnce(result))].join(""));
  isValid(report);
  expect(isValid.errors ?? []).toEqual([]);
  const tests: ReadonlyArray<CtrfTest> = report.results.tests;
  const { summary, environment } = report.results;
  for (const status of ["passed", "failed", "skipped", "pending", "other"]) {
    expect(summary[status], status).toBe(tests.filter((each) => each.status === status).length);
  }
  expect(summary.tests).toBe(tests.length);
  return { report, tests, summary, environment };
}

describe("a result with something of everything", () => {
  const { report, tests, summary, environment } = parse(richResult);
  const named = (name: string) => tests.find((each) => each.name === name);

  test("has the failure with its place, its reason and how to repeat it", () => {
    expect(named("POST /books -> 422 when title is missing")).toMatchObject({
      status: "failed",
      suite: ["Bookstore", "staging", "books"],
      filePath: "api.yaml",
      line: 8,
      message: "expected 422 Unprocessable Content, got 201 Created",
      trace: expect.stringContaining("curl  curl -X POST http://localhost:4010/books"),
      tags: ["declared", "new"],
      steps: [{ name: "status is 422", status: "failed", extra: { rule: "status-expected", level: "error" } }],
      extra: { code: 201, expected: ["422"], source: "RFC 9110, 15.5.21" },
    });
  });

  test("has attempts as retries, and flaky where it passed in the end", () => {
    expect(named("GET /books -> 200")).toMatchObject({
      status: "passed",
      flaky: true,
      retries: 1,
      retryAttempts: [{ attempt: 1, status: "failed", message: "expected 200 OK, got 503 Service Unavailable" }],
    });
    expect(summary.flaky).toBe(2);
  });

  test("tells the other outcomes apart", () => {
    expect(named("GET /health -> 503")).toMatchObject({ status: "pending", rawStatus: "unproven" });
    expect(named("GET /books/{id} -> 404")).toMatchObject({ status: "skipped", message: "--grep" });
    expect(named("GET /books/{id} -> 304")).toMatchObject({ status: "other", rawStatus: "inconclusive" });
    expect(named("GET /items/v1.2 -> 404")).toMatchObject({ status: "other", rawStatus: "known" });
    expect(named("POST /books -> 409 when it exists already")).toMatchObject({
      status: "failed",
      rawStatus: "errored",
    });
  });

  test("has what is wrong beside the cases", () => {
    expect(named("Bookstore (staging): p95 < 800ms")).toMatchObject({ status: "failed", tags: ["alert"] });
    expect(environment).toMatchObject({ healthy: false, extra: { baseUrls: ["http://localhost:4010"] } });
  });

  test("has an id for each test, and the same report for the same result", () => {
    expect(new Set(tests.map(({ testId }) => testId)).size).toBe(tests.length);
    expect(parse(richResult).report).toEqual(report);
    expect(tests.filter(({ name }) => hostile.includes(name))).toHaveLength(hostile.length);
  });
});

test("a run without cases", () => {
  const { tests, environment } = parse(emptyResult);
  expect(tests).toEqual([]);
  expect(environment.healthy).toBe(true);
});

test.each([
  ["2025-11-22T10:00:00.000Z", 1e300, "9999-12-31T23:59:59.999Z"],
  ["+275760-09-13T00:00:00.000Z", 5, "9999-12-31T23:59:59.999Z"],
  ["-000100-01-01T00:00:00.000Z", 5, "1970-01-01T00:00:00.005Z"],
  ["never", 5, "1970-01-01T00:00:00.005Z"],
])("a run at a time that no run has: %s, %s ms", (startedAt, durationMs, timestamp) => {
  expect(parse(resultOf(buildRun([], { startedAt, durationMs }))).report.timestamp).toBe(timestamp);
});

test("any run is valid, and healthy where its exit code is 0", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      expect(parse(resultOf(run)).environment.healthy).toBe(exitCode(run) === exitCodes.proven);
    }),
    { numRuns: 30 },
  );
});
