import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";

/** The frame of an unknown key at a piece of a text. */
function frameOf(text: string, piece: string): ReadonlyArray<string> {
  const start = text.indexOf(piece);
  const span = { file: "api.yaml", start, end: start + piece.length };
  const diagnostic: Diagnostic = { code: "unknown-key", args: { key: piece, nearest: "expect" }, span };
  return drawDiagnostic(diagnostic, [{ file: "api.yaml", text }]).split("\n");
}

describe("drawDiagnostic", () => {
  it("draws what, where, the line, carets and what to write instead", () => {
    const text = `${"#\n".repeat(11)}    expcet: 200 404\n`;
    expect(
      frameOf(text, "expcet").join("\n"),
    ).toBe(`error: unknown key "expcet"                                    [unknown-key]
  --> api.yaml:12:5
   |
12 |     expcet: 200 404
   |     ^^^^^^ did you mean "expect"?`);
  });

  it("counts from one, in UTF-16 units", () => {
    expect(frameOf("expcet", "expcet")[1]).toBe(" --> api.yaml:1:1");
    expect(frameOf("a\r\n📚 expcet", "expcet")[1]).toBe(" --> api.yaml:2:4");
  });

  it.each([
    ["\t\texpcet: 1", "  |     ^^^^^^"],
    ["本: expcet", "  |     ^^^^^^"],
    ["é: e\u0301 expcet", "  |      ^^^^^^"],
    ["👩‍👩‍👧 expcet", "  |    ^^^^^^"],
    ["한글 expcet", "  |      ^^^^^^"],
  ])("keeps the carets below %j", (text, carets) => {
    expect(frameOf(text, "expcet")[4]?.replace(/ did.*/, "")).toBe(carets);
  });

  it("marks wide characters over their whole width", () => {
    expect(frameOf("本の: 1", "本の")[4]).toBe('  | ^^^^ did you mean "expect"?');
  });

  it("cuts long lines around the mistake", () => {
    const [, , , line = "", marks = ""] = frameOf(`${"x".repeat(5000)} expcet ${"y".repeat(5000)}`, "expcet");
    expect(line.length).toBeLessThan(120);
    expect(line).toMatch(/^1 \| …x+ expcet y+…$/);
    expect(marks.indexOf("^")).toBe(line.indexOf("expcet"));
    expect(marks).toContain("^^^^^^ ");
  });

  it("underlines the first line of several", () => {
    expect(frameOf("a: b\nc: d", "a: b\nc: d").slice(3)).toEqual(["1 | a: b", '  | ^^^^ did you mean "expect"?']);
  });

  it("points past the end of a text", () => {
    const span = { file: "a", start: 3, end: 3 };
    const drawn = drawDiagnostic({ code: "unknown-key", args: { key: "x" }, span }, [{ file: "a", text: "a:\n" }]);
    expect(drawn.split("\n").slice(1)).toEqual([" --> a:2:1", "  |", "2 |", "  | ^"]);
  });

  it("does without a text, and without a place", () => {
    const args = { file: "a.yaml", cause: "there is no such file" };
    const headline = "error: cannot read a.yaml: there is no such file               [file-unreadable]";
    expect(drawDiagnostic({ code: "file-unreadable", args }, [])).toBe(headline);
    const span = { file: "b.yaml", start: 0, end: 1 };
    expect(drawDiagnostic({ code: "file-unreadable", args, span }, [])).toBe(`${headline}\n --> b.yaml`);
  });

  it("shows the second place as well", () => {
    const sources = [
      { file: "a", text: "GET /a: 1" },
      { file: "b", text: "\nGET /a: 2" },
    ];
    const args = { id: "GET /a", first: { file: "a", start: 0, end: 6 } };
    const span = { file: "b", start: 1, end: 7 };
    expect(drawDiagnostic({ code: "endpoint-declared-twice", args, span }, sources).split("\n").slice(1)).toEqual([
      " --> b:2:1",
      "  |",
      "2 | GET /a: 2",
      "  | ^^^^^^ keep one of the two",
      " ::: a:1:1",
      "  |",
      "1 | GET /a: 1",
      "  | ------ declared here first",
    ]);
  });

  it("is coloured where that is asked for, and says the same", () => {
    const sources = [{ file: "a", text: "x: 1" }];
    const diagnostic: Diagnostic = { code: "code-twice", args: { code: "200" }, span: { file: "a", start: 0, end: 1 } };
    const coloured = drawDiagnostic(diagnostic, sources, { color: true });
    expect(coloured).toContain("\u001b[33mwarning\u001b[0m");
    expect(stripVTControlCharacters(coloured)).toBe(drawDiagnostic(diagnostic, sources));
  });

  it("lets no control character of a text through", () => {
    const any = fc.string({ unit: "binary", minLength: 1 });
    const property = fc.property(any, fc.nat(), fc.nat(), (text, from, length) => {
      const span = { file: text, start: from % (text.length + 1), end: (from % (text.length + 1)) + length };
      const drawn = drawDiagnostic({ code: "unknown-key", args: { key: text, nearest: text }, span }, [
        { file: text, text },
      ]);
      expect(drawn).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
      expect(drawn.split("\n")).toHaveLength(5);
    });
    fc.assert(property, { numRuns: 300 });
  });
});
