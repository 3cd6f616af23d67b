import { describe, expect, it } from "vitest";
import { codes } from "../../src/diagnostic/codes.ts";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { sortDiagnostics } from "../../src/diagnostic/sort.ts";
import { summarizeDiagnostics } from "../../src/diagnostic/summary.ts";

const sources = [
  { file: "z.yaml", text: "" },
  { file: "a.yaml", text: "" },
];

function unknownKey(key: string, file: string, start: number): Diagnostic {
  return { code: "unknown-key", args: { key }, span: { file, start, end: start + 1 } };
}

const warning: Diagnostic = { code: "code-twice", args: { code: "200" } };

describe("a list of diagnostics", () => {
  it("is sorted by file and place, each mistake once", () => {
    const diagnostics = [
      unknownKey("d", "a.yaml", 1),
      unknownKey("c", "z.yaml", 10),
      unknownKey("b", "z.yaml", 9),
      unknownKey("c", "z.yaml", 10),
      unknownKey("e", "other.yaml", 0),
      warning,
    ];
    const sorted = sortDiagnostics(diagnostics, sources);
    expect(sorted.map((each) => (each.code === "unknown-key" ? each.args.key : each.code))).toEqual([
      "code-twice",
      "b",
      "c",
      "d",
      "e",
    ]);
  });

  it("is counted by severity", () => {
    const error = unknownKey("a", "a.yaml", 0);
    expect(summarizeDiagnostics([])).toBe("");
    expect(summarizeDiagnostics([error])).toBe("1 error");
    expect(summarizeDiagnostics([error, warning, error, error])).toBe("3 errors, 1 warning");
  });

  it("has codes in lower case with hyphens, as they are printed", () => {
    expect(Object.keys(codes).filter((code) => !/^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });
});
