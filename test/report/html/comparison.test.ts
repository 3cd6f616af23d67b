import { describe, expect, test } from "vitest";
import { compare } from "../../../src/report/html/data/comparison.ts";
import { diffTexts, type Piece } from "../../../src/report/html/data/diff.ts";
import { linkScript } from "../../../src/report/html/link-script.ts";
import { answered, buildCase, check } from "../../result/run-builder.ts";

const attempt = answered("POST /books", 201, {
  body: '{"data":{"title":"Dune","pages":1}}',
  requestBody: '{"title":"Dune","pages":412}',
});

function compared(message: string, rule = "mine") {
  const { compared, isAll } = compare(check(rule, false, { message }), buildCase("POST /books", "400|422"), attempt);
  return [...compared.map(({ what, expected, actual }) => [what, expected, actual]), isAll];
}

test.each([
  ["expected 'a' to equal 'b'", [["", "'b'", "'a'"], true]],
  ["status code: expected 404 to be one of [ 422, 400 ]", [["status code", "one of [ 422, 400 ]", "404"], true]],
  ["status code: expected 404 to be within 200..299", [["status code", "within 200..299", "404"], true]],
  ["expected undefined to be a string", [["", "a string", "undefined"], true]],
  ["ETag: expected '\"1\"' to not equal '\"1\"'", [["ETag", "not '\"1\"'", "'\"1\"'"], true]],
  ["expected 900 to be below 300", [["", "below 300", "900"], true]],
  ["expected { a: 1 } to deeply equal { a: 2 }", [["", "{ a: 2 }", "{ a: 1 }"], true]],
  ["expected response to have status code 201 but got 200", [["", "201", "200"], true]],
  [
    "differences: $.a is missing; $.b is null, not a string; $.c is not an array",
    [["$.a", "there", "missing"], ["$.b", "a string", "null"], ["$.c", "an array", "not an array"], true],
  ],
  ["differences: $.a is missing; and 3 more", [["$.a", "there", "missing"], false]],
  ["fields that differ from what was sent: pages", [["$.pages", "412", "1"], true]],
  ["it answers 404", [false]],
  ["", [false]],
])("%s", (message, expected) => {
  expect(compared(message)).toEqual(expected);
});

test("a status is compared in words", () => {
  expect(compared("", "status-expected")).toEqual([
    ["", "400 Bad Request or 422 Unprocessable Content", "201 Created"],
    true,
  ]);
});

describe("the difference of two texts", () => {
  const marked = (pieces: ReadonlyArray<Piece>) =>
    pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join("");
  const diff = (a: string, b: string) => [diffTexts(a, b).expected, diffTexts(a, b).actual].map(marked);

  test.each([
    ["the open order", "the closed order", ["the [open] order", "the [closed] order"]],
    ["a b", "a b c", ["a b", "a b[ c]"]],
    ["201 Created", "200 OK", ["[201 Created]", "[200 OK]"]],
    ["same", "same", ["same", "same"]],
    ["", "x", ["", "[x]"]],
  ])("%s / %s", (a, b, expected) => {
    expect(diff(a, b)).toEqual(expected);
  });

  test("of texts that are too long for it is not looked for", () => {
    const long = "word ".repeat(2000);
    expect(diff(long, `${long}!`)).toEqual([`[${long}]`, `[${long}!]`]);
  });
});

describe("linking the page's modules", () => {
  const link = (files: Readonly<Record<string, string>>) => linkScript("main", (name) => files[name] ?? "");

  test("each stands once, after what it imports", () => {
    const main = 'import { a } from "./a.js";\nimport { b } from "./b.js";\n\na(b);\n';
    const script = link({
      main,
      a: 'import { b } from "./b.js";\n\nexport function a() {}\n',
      b: "export const b = 1;\n",
    });
    expect(script).toBe('(() => {\n"use strict";\nconst b = 1;\n\nfunction a() {}\n\na(b);\n})();\n');
  });

  test("no two declare the same name", () => {
    const main = 'import { a } from "./a.js";\n\nfunction b() {}\n';
    expect(() => link({ main, a: "export const a = 1;\nconst b = 2;\n" })).toThrow("the same names: b");
  });
});
