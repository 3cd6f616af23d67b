import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/collection/foreign/json.ts";
import { jsonDepth, scanJson } from "../../src/diagnostic/scan-json.ts";

/** `problem | hint @ piece`. */
function mistakeIn(text: string): string | undefined {
  const mistake = scanJson(text);
  if (mistake === undefined) return undefined;
  const { problem, hint = "", start, end } = mistake;
  return `${problem} | ${hint} @ ${start}:${text.slice(start, end)}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ""));
    return true;
  } catch {
    return false;
  }
}

describe("scanJson", () => {
  it.each([
    ["{", "the closing } is missing | opened here @ 0:{"],
    ['{"a": [1, 2', "the closing ] is missing | opened here @ 6:["],
    ['{"a": "b', 'the closing quote is missing | opened here @ 6:"'],
    ['{"a": 1 "b": 2}', 'a comma is missing before this |  @ 8:"'],
    ['{"a": 1,}', "nothing follows this comma | remove it @ 7:,"],
    ["[1,\n]", "nothing follows this comma | remove it @ 2:,"],
    ["{a: 1}", "expected a key | text stands in double quotes @ 1:a"],
    ["{'a': 1}", "expected a key | text stands in double quotes @ 1:'"],
    ['{"a"}', 'a key without a value | a key is followed by a colon @ 1:"a"'],
    ["{\n// no\n}", "expected a key | there are no comments in JSON @ 2:/"],
    ['{"a": {{url}}}', 'this is no JSON value | a variable stands in double quotes: "{{name}}" @ 6:{'],
    ['{"a": True}', "this is no JSON value | write true, false, null or a number @ 6:T"],
    ['{"a": 01}', "this is no JSON value | a number is written 1, -1, 1.5 or 1e3 @ 6:0"],
    ['{"a": }', "this is no JSON value |  @ 6:}"],
    ["", "the text ends where a value is expected |  @ 0:"],
    ["{} {}", "something follows the end of the JSON | one file holds one value @ 3:{"],
    ['"a\tb"', 'text in JSON has no line breaks, tabs or other control characters | write \\n and \\t @ 0:"a'],
    ['"\\d"', "JSON does not know this escape | write the backslash twice @ 1:\\d"],
  ])("of %j", (text, mistake) => {
    expect(mistakeIn(text)).toBe(mistake);
  });

  it("tells where every value stands, and which keys lead to it", () => {
    const text = '\uFEFF{ "a": [1, {"b\\n": "x"}], "c": null }';
    const told: string[] = [];
    scanJson(text, (trail, start, end) => told.push(`${JSON.stringify(trail)} ${text.slice(start, end)}`));
    expect(told).toEqual([
      '["a",0] 1',
      '["a",1,"b\\n"] "x"',
      '["a",1] {"b\\n": "x"}',
      '["a"] [1, {"b\\n": "x"}]',
      '["c"] null',
      `[] ${text.slice(1)}`,
    ]);
  });

  it("takes what JSON.parse takes, and nothing else", () => {
    const valid = fc.json();
    const spoiled = fc
      .tuple(
        valid,
        fc.nat(),
        fc.constantFrom("", ",", '"', "}", "]", "{", "\\", "0", ".", "e", "\n", " ", "null", "\u0001"),
      )
      .map(
        ([text, at, piece]) =>
          `${text.slice(0, at % (text.length + 1))}${piece}${text.slice((at % (text.length + 1)) + 1)}`,
      );
    fc.assert(
      fc.property(fc.oneof(valid, spoiled), (text) => {
        expect(scanJson(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("stops where values are nested too deep for whoever reads them", () => {
    const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
    expect(mistakeIn(deep(jsonDepth))).toBeUndefined();
    expect(mistakeIn(deep(1_000_000))).toBe(`nested more than ${jsonDepth} levels deep |  @ ${jsonDepth + 1}:[`);
  });
});

describe("readJson", () => {
  it("drops the keys that every object has by itself", () => {
    const text = '{"a": {"__proto__": {"b": 1}, "constructor": 2, "toString": 3, "toJSON": 4, "c": 5}}';
    expect(JSON.stringify(readJson({ file: "a", text }, () => {}))).toBe('{"a":{"c":5}}');
  });
});
