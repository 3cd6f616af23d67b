import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { renderJunit } from "../../src/report/junit/render-junit.ts";
import { exitCode, exitCodes } from "../../src/result/exit-code.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { emptyResult, hostile, readOnce, richResult } from "./rich-result.ts";

const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
const junitOf = (result: Result) => [...renderJunit(readOnce(result))].join("");
const schemaOf = (name: string) => join(packageRoot, "test/fixtures/schemas", name);

/** What `xmllint` has against a document. */
function problems(xml: string, schema: string): string {
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schemaOf(schema), "-"], { input: xml });
  return status === 0 ? "" : `${stderr}`;
}

/** Each test suite as a document of its own, as Surefire writes them. */
function surefireParts(xml: string): ReadonlyArray<string> {
  return [...xml.matchAll(/^ {2}<testsuite [\s\S]*?^ {2}<\/testsuite>$/gm)].map(([part]) => part);
}

interface TestCase {
  readonly "@name": string;
  readonly "@classname": string;
  readonly [element: string]: unknown;
}

function parse(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    trimValues: false,
    parseAttributeValue: false,
    parseTagValue: false,
    isArray: (name) => name === "testsuite" || name === "testcase",
  });
  const root = parser.parse(xml).testsuites;
  const suites: ReadonlyArray<Record<string, string> & { readonly testcase: ReadonlyArray<TestCase> }> =
    root.testsuite ?? [];
  return { root, suites, cases: suites.flatMap(({ testcase }) => testcase) };
}

describe("a result with something of everything", () => {
  const xml = junitOf(richResult);
  const { root, suites, cases } = parse(xml);
  const named = (name: string) => cases.find((one) => one["@name"] === name);

  test.runIf(hasXmllint)("is valid to Jenkins and to Surefire (needs xmllint)", () => {
    expect(problems(xml, "jenkins-junit-10.xsd")).toBe("");
    const parts = surefireParts(xml);
    expect(parts.length).toBe(suites.length);
    for (const part of parts) expect(problems(part, "surefire-3.0.xsd")).toBe("");
    // The schemas see what is wrong.
    expect(problems(xml.replace("<failure type", "<failure kind"), "jenkins-junit-10.xsd")).not.toBe("");
    const misplaced =
      '<testsuite name="a" tests="1" errors="0" skipped="0" failures="1"><testcase name="b" time="0.1">';
    const inner = '<system-out/><failure type="c"/></testcase></testsuite>';
    expect(problems(`${misplaced}${inner}`, "surefire-3.0.xsd")).toContain("failure");
  });

  test("has counts that are those of its elements", () => {
    const count = (element: string, of = cases) => of.filter((one) => element in one).length;
    expect(root["@tests"]).toBe(String(cases.length));
    expect(root["@failures"]).toBe(String(count("failure")));
    expect(root["@errors"]).toBe(String(count("error")));
    for (const suite of suites) {
      expect(suite["@tests"]).toBe(String(suite.testcase.length));
      for (const [attribute, element] of [
        ["@failures", "failure"],
        ["@errors", "error"],
        ["@skipped", "skipped"],
      ] as const)
        expect(suite[attribute], suite["@name"]).toBe(String(count(element, [...suite.testcase])));
    }
  });

  test("has names and test suites that are there once", () => {
    const names = cases.map((one) => `${one["@classname"]}\n${one["@name"]}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(suites.map((suite) => suite["@name"])).size).toBe(suites.length);
    expect(named("GET /items -> 200 (2)")?.["@classname"]).toBe("Shop_v2 (prod).GET /items");
    expect(cases.every((one) => one["@classname"].split(".").length === 2)).toBe(true);
  });

  test("says of a failure what came, why it is wrong, how to repeat it and where it is declared", () => {
    expect(named("POST /books -> 422 when title is missing")?.failure).toMatchInlineSnapshot(`
      {
        "#text": "expected 422 Unprocessable Content, got 201 Created
      why   a required field was left out; 422 when the syntax is right and the meaning is not (RFC 9110, 15.5.21)
      curl  curl -X POST http://localhost:4010/books -H 'Authorization: Bearer ***' -H Content-Type: --data-raw '{"pages":412}'
      at    api.yaml:8:29",
        "@message": "expected 422 Unprocessable Content, got 201 Created",
        "@type": "status-expected",
      }
    `);
  });

  test("tells failed, errored, flaky, skipped and known apart", () => {
    expect(named("POST /books -> 409 when it exists already")).toMatchObject({
      error: { "@type": "ECONNREFUSED", "@message": "connect ECONNREFUSED 127.0.0.1:4010" },
    });
    expect(named("GET /books -> 200")).toMatchObject({
      flakyFailure: { "@type": "status-expected", "@message": "expected 200 OK, got 503 Service Unavailable" },
    });
    expect(named("GET /items -> 401")).toMatchObject({ failure: {}, rerunFailure: { "@type": "status-expected" } });
    expect(named("GET /late -> 200")).toMatchObject({ flakyError: { "@type": "ECONNREFUSED" } });
    expect(named("GET /items -> 410")).toMatchObject({ error: { "@message": "never reported" } });
    const skipped = (name: string) => (named(name)?.skipped as Record<string, string> | undefined)?.["@message"];
    expect(skipped("GET /health -> 503")).toContain("add `when`");
    expect(skipped("GET /books/{id} -> 404")).toBe("--grep");
    expect(skipped("GET /books/{id} -> 304")).toBe(
      "it proves nothing because this failed: POST /books -> 201 creates a book",
    );
    expect(skipped("GET /items/v1.2 -> 404")).toBe("known until 2027-01-31: ticket 12 is open");
  });

  test("is red for what is wrong beside the cases", () => {
    const beside = suites[0]?.testcase ?? [];
    const red = beside.filter((one) => "failure" in one || "error" in one).map((one) => one["@name"]);
    expect(red).toEqual([
      "the run came to its end",
      "Bookstore (staging): p95 < 800ms",
      "known deviation: old: status-expected",
      "known deviation: gone: status-expected",
      "Bookstore (staging): faults are not answered with 200",
    ]);
    expect(beside.filter((one) => "system-out" in one)).toHaveLength(2);
  });

  test("puts warnings into system-out", () => {
    expect(named("GET /books -> 401 without credentials")?.["system-out"]).toBe(
      "warning: the body explains the error (4xx-body-explains)",
    );
  });

  test("has all of the hostile cases", () => {
    expect(cases.filter((one) => /^\d+ /.test(one["@name"]))).toHaveLength(hostile.length);
  });
});

test("a run without cases is a document without test suites", () => {
  expect(junitOf(emptyResult)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<testsuites name="newmanifest" time="3.100" tests="0" failures="0" errors="0">\n</testsuites>\n',
  );
});

test("any run is a document, red where the run is", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const { root, cases } = parse(junitOf(resultOf(run)));
      expect(root["@tests"]).toBe(String(cases.length));
      const isRed = Number(root["@failures"]) + Number(root["@errors"]) > 0;
      expect(isRed).toBe(exitCode(run) !== exitCodes.proven);
    }),
    { numRuns: 50 },
  );
});

test.runIf(hasXmllint)("any runs are valid to Jenkins (needs xmllint)", () => {
  for (const run of fc.sample(anyRun, 10)) expect(problems(junitOf(resultOf(run)), "jenkins-junit-10.xsd")).toBe("");
});
