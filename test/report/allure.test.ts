import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderAllure } from "../../src/report/allure/render-allure.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { answered, buildCase, buildRun } from "../result/run-builder.ts";
import { emptyResult, hostile, readOnce, richResult } from "./rich-result.ts";

interface AllureResult {
  readonly uuid: string;
  readonly historyId: string;
  readonly testCaseId: string;
  readonly name: string;
  readonly status: string;
  readonly statusDetails: Readonly<Record<string, unknown>>;
  readonly start: number;
  readonly stop: number;
  readonly labels: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  readonly steps: ReadonlyArray<{ readonly name: string; readonly status: string }>;
  readonly attachments: ReadonlyArray<{ readonly source: string; readonly type: string }>;
  readonly [field: string]: unknown;
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const fileName = new RegExp(
  `^(environment\\.properties|categories\\.json|${uuid}-(result\\.json|attachment\\.(txt|json)))$`,
);

/** The files as Allure reads them, and what every result must have (allurereport.org, "Test result file"). */
function read(result: Result) {
  const files = [...renderAllure(readOnce(result))];
  const byName = new Map(files.map(({ name, text }) => [name, text]));
  expect(byName.size, "names are there once").toBe(files.length);
  expect(files.filter(({ name }) => !fileName.test(name))).toEqual([]);
  const results = files
    .filter(({ name }) => name.endsWith("-result.json"))
    .map(({ name, text }) => {
      const parsed: AllureResult = JSON.parse(text);
      expect(name).toBe(`${parsed.uuid}-result.json`);
      return parsed;
    });
  for (const one of results) {
    expect(["passed", "failed", "broken", "skipped"]).toContain(one.status);
    expect(one.stop).toBeGreaterThan(one.start);
    expect(one.historyId).toMatch(/^[0-9a-f]{32}$/);
    expect(one.labels.every(({ name, value }) => typeof name === "string" && typeof value === "string")).toBe(true);
    for (const { source } of one.attachments) expect(byName.has(source)).toBe(true);
  }
  const attached = results.flatMap(({ attachments }) => attachments);
  expect(attached).toHaveLength(files.length - results.length - 2);
  return { results, text: (name: string) => byName.get(name) ?? "" };
}

describe("a result with something of everything", () => {
  const { results, text } = read(richResult);
  const named = (name: string) => results.filter((one) => one.name === name);

  test("has a result for a failed case, with its steps, and the request and the body beside it", () => {
    const [one, ...others] = named("POST /books -> 201 creates a book");
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      status: "failed",
      statusDetails: {
        message: "Location points to what was created: expected undefined to be a string",
        flaky: false,
        known: false,
      },
      parameters: expect.arrayContaining([{ name: "expected", value: "201 Created" }]),
      links: [{ name: "RFC 9110, 15", url: "https://www.rfc-editor.org/rfc/rfc9110#section-15" }],
    });
    expect(one?.steps.map(({ status }) => status)).toEqual(["passed", "failed", "failed"]);
    const label = (name: string) => one?.labels.filter((each) => each.name === name).map(({ value }) => value);
    expect(label("parentSuite")).toEqual(["Bookstore (staging)"]);
    expect(label("feature")).toEqual(["POST /books"]);
    expect(label("tag")).toEqual(["declared", "new"]);
    const [curl, body] = one?.attachments ?? [];
    expect(text(curl?.source ?? "")).toMatch(/^curl -X POST http:\/\/localhost:4010\/books /);
    expect(body?.source).toMatch(/\.json$/);
    expect(text(body?.source ?? "")).toBe('{"title":"Dune","pages":412}');
  });

  test("has a retry as an earlier result of the same history", () => {
    const [first, second] = named("GET /books -> 200");
    expect(first).toMatchObject({ status: "failed", stop: second?.start });
    expect(second).toMatchObject({ status: "passed", statusDetails: { flaky: true } });
    expect(second?.historyId).toBe(first?.historyId);
    expect(second?.uuid).not.toBe(first?.uuid);
    expect(named("GET /late -> 200").map(({ status }) => status)).toEqual(["broken", "passed"]);
  });

  test("tells the other outcomes apart", () => {
    const verdict = (name: string) => named(name).map(({ status, statusDetails }) => [status, statusDetails.message]);
    expect(verdict("POST /books -> 409 when it exists already")).toEqual([
      ["broken", "connect ECONNREFUSED 127.0.0.1:4010"],
    ]);
    expect(verdict("GET /books/{id} -> 404")).toEqual([["skipped", "--grep"]]);
    expect(verdict("GET /items -> 410")).toEqual([["broken", "never reported"]]);
    expect(named("GET /items/v1.2 -> 404")[0]).toMatchObject({ status: "skipped", statusDetails: { known: true } });
    expect(verdict("GET /health -> 503")[0]?.[0]).toBe("skipped");
  });

  test("has what is wrong beside the cases", () => {
    expect(named("Bookstore (staging): p95 < 800ms")[0]?.status).toBe("failed");
    expect(named("the run came to its end")[0]?.status).toBe("broken");
  });

  test("has files that Allure reads as tables", () => {
    const lines = text("environment.properties").trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(String.raw`Bookstore\ (staging) = http://localhost:4010`);
    expect(lines[2]).toMatch(/^[\x20-\x7e]*$/);
    for (const { messageRegex } of JSON.parse(text("categories.json"))) {
      // Java's flag for "a point is any character, too" is none of JavaScript's.
      if (messageRegex !== undefined) expect(() => new RegExp(messageRegex.replace("(?s)", ""), "s")).not.toThrow();
    }
  });

  test("has all of the hostile cases, two results each", () => {
    const titles = results.map(({ name }) => name);
    for (const title of hostile) expect(titles.filter((each) => each === title)).toHaveLength(2);
  });
});

test("a case keeps its history from run to run, and gets other files", () => {
  const first = read(resultOf(buildRun([buildCase("GET /books", "200")]))).results;
  const later = { startedAt: "2025-11-23T10:00:00.000Z" };
  const second = read(
    resultOf(buildRun([buildCase("GET /books", "200", { attempts: [answered("GET /books", 404)] })], later)),
  ).results;
  expect(second[0]?.historyId).toBe(first[0]?.historyId);
  expect(second[0]?.testCaseId).toBe(first[0]?.testCaseId);
  expect(second[0]?.uuid).not.toBe(first[0]?.uuid);
});

test("a run without cases", () => {
  expect(read(emptyResult).results).toEqual([]);
});

test("any run", () => {
  fc.assert(
    fc.property(anyRun, (run) => void read(resultOf(run))),
    { numRuns: 30 },
  );
});
