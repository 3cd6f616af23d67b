import { describe, expect, it } from "vitest";
import { buildLineIndex, lineAt, positionAt } from "../../src/diagnostic/line-index.ts";
import { createLocator } from "../../src/diagnostic/locate.ts";

describe("the line index", () => {
  const text = "one\r\ntwo\n\nfour";
  const index = buildLineIndex(text);

  it.each([
    [0, 1, 1],
    [3, 1, 4],
    [5, 2, 1],
    [8, 2, 4],
    [9, 3, 1],
    [10, 4, 1],
    [14, 4, 5],
  ])("finds offset %i in line %i, column %i", (offset, line, column) => {
    expect(positionAt(index, offset)).toEqual({ line, column });
  });

  it("gives lines without their ends", () => {
    expect([1, 2, 3, 4, 5].map((line) => lineAt(text, index, line))).toEqual(["one", "two", "", "four", ""]);
  });
});

describe("createLocator", () => {
  const locate = createLocator([{ file: "a", text: "x: 1\ny: 22\n" }]);

  it("says where a span stands and how much of its line to mark", () => {
    expect(locate({ file: "a", start: 8, end: 10 })).toEqual({ file: "a", line: 2, column: 4, length: 2 });
    expect(locate({ file: "a", start: 3, end: 10 })).toEqual({ file: "a", line: 1, column: 4, length: 1 });
    expect(locate({ file: "a", start: 11, end: 11 })).toEqual({ file: "a", line: 3, column: 1, length: 1 });
  });

  it("puts an unknown file's span at its start", () => {
    expect(locate({ file: "b", start: 8, end: 10 })).toEqual({ file: "b", line: 1, column: 1, length: 1 });
  });
});
