import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeCase, encodeEnd, encodeHeader } from "../../src/result/ndjson.ts";
import { parseRunFile } from "../../src/result/parse-run-file.ts";
import { encodeRun } from "../support/encode-run.ts";
import { anyRun } from "./run-arbitrary.ts";
import { answered, buildCase, buildRun, refused } from "./run-builder.ts";

const run = buildRun(
  [
    buildCase("POST /books", "201", {
      attempts: [answered("POST /books", 201, { requestBody: '{"title":"Émile\\n"}' })],
    }),
    buildCase("GET /books", "200", { attempts: [refused(), 200] }),
    buildCase("GET /health", "503", { unproven: "add `when`" }),
  ],
  { shard: { index: 1, of: 4 } },
);
const { cases, durationMs, ...head } = run;
const header = encodeHeader({ ...head, cases: cases.length });
const caseLines = cases.map((each, seq) => encodeCase(each, seq));
const [first = "", second = "", third = ""] = caseLines;
const end = encodeEnd({ durationMs });

test("a run file holds the run", () => {
  expect(parseRunFile(encodeRun(run))).toEqual({ run, problems: [] });
});

test("cases that ended in another order are in plan order again", () => {
  expect(parseRunFile([header, third, first, second, end].join(""))).toEqual({ run, problems: [] });
});

test("line ends of Windows, a byte order mark and empty lines do no harm", () => {
  const text = `\uFEFF${[header, ...caseLines, "\n", end].join("")}`.replaceAll("\n", "\r\n");
  expect(parseRunFile(text)).toEqual({ run, problems: [] });
});

test("any run survives being written and read", () => {
  fc.assert(
    fc.property(anyRun, (any) => {
      expect(parseRunFile(encodeRun(any))).toEqual({ run: any, problems: [] });
    }),
  );
});

test("a file cut at any byte gives the cases that were written, and says that it is cut", () => {
  const bytes = new TextEncoder().encode([header, second, first, third, end].join(""));
  const ends = [header, second, first, third, end].map((_, index, lines) => lines.slice(0, index + 1).join(""));
  // Without its line feed a line is whole already.
  const written = ends.map((text) => new TextEncoder().encode(text).length - 1);
  const [headerEnd = 0, ...caseEnds] = written;
  for (let length = 0; length <= bytes.length; length++) {
    const parsed = parseRunFile(new TextDecoder().decode(bytes.subarray(0, length)));
    if (length < headerEnd) {
      expect(parsed).toEqual({ problems: [{ line: 1, message: "this is not the header of a newmanifest run file" }] });
      continue;
    }
    const whole = caseEnds.filter((each) => each <= length).length;
    const expected = [[], [cases[1]], [cases[0], cases[1]], cases, cases][whole];
    expect(parsed.problems).toEqual([]);
    expect(parsed.run?.cases).toEqual(expected);
    const isEnded = whole === 4;
    expect(parsed.run?.broken).toBe(isEnded ? undefined : `the run file has ${expected?.length} of 3 cases`);
  }
});

test("a case written again after the run was taken up replaces the first", () => {
  const again = buildCase("POST /books", "201", { attempts: [500] });
  const text = [header, ...caseLines, encodeCase(again, 0), end].join("");
  expect(parseRunFile(text)).toEqual({ run: { ...run, cases: [again, ...cases.slice(1)] }, problems: [] });
});

test("why a run broke is kept", () => {
  const text = [header, first, encodeEnd({ durationMs: 5, broken: "stopped at the first failure" })].join("");
  expect(parseRunFile(text).run).toEqual({
    ...run,
    durationMs: 5,
    broken: "stopped at the first failure",
    cases: [cases[0]],
  });
});

test("a killed run took at least as long as its attempts over its lanes", () => {
  const text = encodeHeader({ ...head, lanes: 2, cases: 3 }) + first + second;
  expect(parseRunFile(text).run?.durationMs).toBe(Math.round((13 + 2 + 13) / 2));
});

describe("what is no run file", () => {
  const notOne = "this is not the header of a newmanifest run file";
  test.each([
    ["an empty file", "", notOne],
    ["text", "hello\n", notOne],
    ["a list", "[]\n", notOne],
    ["another format", '{"format":"har","version":1}\n', notOne],
    [
      "a newer version",
      '{"format":"newmanifest-run","version":2}\n',
      "the run file has version 2, and this newmanifest reads version 1: update newmanifest",
    ],
    [
      "a header without its suite",
      header.replace('"suite":"Bookstore",', ""),
      "the header is not valid: suite: Invalid input: expected string, received undefined",
    ],
  ])("%s", (_, text, message) => {
    expect(parseRunFile(text)).toEqual({ problems: [{ line: 1, message }] });
  });
});

test("a line in the middle that is not valid is named and left out", () => {
  const broken = first.replace('"title":"POST /books -> 201"', '"title":7');
  const text = [header, "{half\n", "null\n", broken, second, '{"end":true}\n', end].join("");
  expect(parseRunFile(text)).toEqual({
    run: { ...run, cases: [cases[1]], broken: "the run file has 1 of 3 cases" },
    problems: [
      { line: 2, message: "this line is not a JSON object" },
      { line: 3, message: "this line is not a JSON object" },
      { line: 4, message: "the case is not valid: title: Invalid input: expected string, received number" },
      { line: 6, message: "the end is not valid: durationMs: Invalid input: expected number, received undefined" },
    ],
  });
});
