import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { progressLine, progressSentence } from "../../src/cli/progress/line.ts";
import type { ProgressState } from "../../src/cli/progress/tally.ts";
import { columns } from "../../src/report/console/columns.ts";

const quiet: ProgressState = { done: 412, total: 2000, failed: 0, flaky: 0, retrying: 0 };
const busy: ProgressState = {
  ...quiet,
  failed: 3,
  perSecond: 184.2,
  leftMs: 8621,
  slowest: { title: "POST /books -> 201", ms: 4210 },
};

function slowest(title: string): ProgressState {
  return { ...quiet, slowest: { title, ms: 1200 } };
}

describe("the live line", () => {
  it("says how far the run is, how fast, how long it takes and what it waits for", () => {
    expect(progressLine(busy, 99)).toBe("412/2000 · 3 failed · 184/s · 9 s left · slowest: POST /books -> 201 (4.2 s)");
  });

  it("says nothing of what there is none of", () => {
    expect(progressLine(quiet, 99)).toBe("412/2000");
  });

  it("counts what was saved by another attempt, and what has one now", () => {
    expect(progressLine({ ...quiet, failed: 1, flaky: 2, retrying: 3 }, 99)).toBe(
      "412/2000 · 1 failed · 2 flaky · 3 retrying",
    );
  });

  it.each([
    [0, "0/s"],
    [0.24, "0.2/s"],
    [9.94, "9.9/s"],
    [9.96, "10/s"],
    [1234.5, "1235/s"],
  ])("words a rate of %d as %s", (perSecond, text) => {
    expect(progressLine({ ...quiet, perSecond }, 99)).toBe(`412/2000 · ${text}`);
  });

  it.each([
    [1, "1 s left"],
    [59_001, "1 min 0 s left"],
    [125_000, "2 min 5 s left"],
    [3_599_001, "1 h 0 min left"],
    [4_320_000, "1 h 12 min left"],
  ])("words %d ms as %s", (leftMs, text) => {
    expect(progressLine({ ...quiet, leftMs }, 99)).toBe(`412/2000 · ${text}`);
  });

  it.each([
    [76, "412/2000 · 3 failed · 184/s · 9 s left · slowest: POST /books -> 201 (4.2 s)"],
    [75, "412/2000 · 3 failed · 184/s · 9 s left · slowest: POST /books -> 2… (4.2 s)"],
    [70, "412/2000 · 3 failed · 184/s · 9 s left · slowest: POST /books… (4.2 s)"],
    [69, "412/2000 · 3 failed · 184/s · 9 s left"],
    [37, "412/2000 · 3 failed · 184/s"],
    [26, "412/2000 · 3 failed"],
    [18, "412/2000"],
    [7, "412/200"],
    [0, ""],
    [-1, ""],
  ])("is cut to %d columns, the title first", (width, line) => {
    expect(progressLine(busy, width)).toBe(line);
  });

  it("counts wide characters twice", () => {
    const state = slowest("POST /本 -> 201 when 📚 is 書籍 already");
    expect(progressLine(state, 99)).toBe("412/2000 · slowest: POST /本 -> 201 when 📚 is 書籍 already (1.2 s)");
    expect(progressLine(state, 51)).toBe("412/2000 · slowest: POST /本 -> 201 when … (1.2 s)");
    const cut = progressLine(state, 57);
    expect(cut).toBe("412/2000 · slowest: POST /本 -> 201 when 📚 is … (1.2 s)");
    expect(columns(cut)).toBe(56);
  });

  it.each([
    ["an escape sequence", "GET /a\u001b[2J\u001b]0;owned\u0007", "GET /a�[2J�]0;owned�"],
    ["an 8-bit one", "GET /a\u009b2J", "GET /a�2J"],
    ["a line break", "GET /a\r\nerror: all is lost", "GET /a  error: all is lost"],
    ["marks that turn the writing", "GET /\u202etxt\u2066.\u200f", "GET /�txt�.�"],
  ])("lets nothing of a title through that moves the cursor: %s", (_, title, shown) => {
    expect(progressLine(slowest(title), 99)).toBe(`412/2000 · slowest: ${shown} (1.2 s)`);
  });

  it("is short where a title hides what takes no column", () => {
    expect(progressLine(slowest(`GET /a${"\u0301".repeat(9999)}`), 99).length).toBeLessThan(250);
  });

  it("fits whatever the title is", () => {
    const property = fc.property(fc.string({ unit: "binary" }), fc.integer({ min: -1, max: 120 }), (title, width) => {
      const line = progressLine({ ...busy, slowest: { title, ms: 4210 } }, width);
      expect(columns(line)).toBeLessThanOrEqual(Math.max(0, width));
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe("the line of a log", () => {
  it("says the same in words", () => {
    expect(progressSentence({ ...busy, flaky: 1 })).toBe(
      "newmanifest: 412 of 2000 cases, 3 failed, 1 flaky, 184/s, about 9 s left; slowest in flight: POST /books -> 201 (4.2 s)",
    );
    expect(progressSentence(quiet)).toBe("newmanifest: 412 of 2000 cases");
  });

  it("keeps a title to a line of a sensible length", () => {
    const said = progressSentence(slowest(`GET /\u001b[31m${"a".repeat(5000)}`));
    expect(said).toBe(`newmanifest: 412 of 2000 cases; slowest in flight: GET /�[31m${"a".repeat(89)}… (1.2 s)`);
  });
});
