import { expect, it, test } from "vitest";
import { encodeCase, encodeEnd, encodeHeader } from "../../src/result/ndjson.ts";
import { parseRunFile } from "../../src/result/parse-run-file.ts";
import { bytesOfText } from "../../src/result/run-file/bytes.ts";
import { linesOf } from "../../src/result/run-file/lines.ts";
import { buildCase, buildRun } from "./run-builder.ts";

const cases = ["/a", "/b", "/c"].map((path) => buildCase(`GET ${path}`, "200"));
const { cases: _, durationMs: __, ...head } = buildRun(cases);
const header = encodeHeader({ ...head, cases: 3 });
const lines = cases.map((one, seq) => encodeCase(one, seq));
const end = encodeEnd({ durationMs: 3100, lanes: 8 });
const idsOf = (text: string) => parseRunFile(text).run?.cases.map(({ id }) => id);

it("keeps every case where a run was taken up again with one more case in its manifest", () => {
  const [first = "", second = ""] = lines;
  const moved = cases.slice(1).map((one, at) => encodeCase(one, at + 2));
  const added = encodeCase(buildCase("GET /added", "200"), 1);
  // The third case was never sent in the first run, and the second one was sent once more.
  const text = [header, first, second, added, ...moved, end].join("");
  expect(parseRunFile(text).problems).toEqual([]);
  expect(idsOf(text)).toEqual(["GET /a > 200", "GET /added > 200", "GET /b > 200", "GET /c > 200"]);
});

it("says that a run was killed which had ended before, and was taken up again", () => {
  const again = encodeCase(buildCase("GET /b", "200"), 1);
  expect(parseRunFile([header, ...lines, end, again].join("")).run?.broken).toBe("the run file has 3 of 3 cases");
  expect(parseRunFile([header, ...lines, end, again, end].join("")).run?.broken).toBeUndefined();
});

it("names a line whose id is no JSON, and reads on", () => {
  const [first = "", ...others] = lines;
  for (const wrong of ["\\x", "\t"]) {
    const text = [header, first.replace("GET /a > 200", `GET${wrong}`), ...others, end].join("");
    const { run, problems } = parseRunFile(text);
    expect([run?.cases.length, problems]).toEqual([2, [{ line: 2, message: "this line is not a JSON object" }]]);
  }
});

it("refuses a header that names no suite at all", () => {
  expect(parseRunFile(encodeHeader({ ...head, suites: [], cases: 0 })).problems[0]?.message).toContain("suites");
});

test("lines are whole wherever a chunk ends, also between the bytes of a letter, and longer than a chunk", () => {
  const texts = ["a", "é".repeat(2_100_001), "", "€".repeat(5_000_000), `b${"é".repeat(3)}`, "open"];
  const found = [...linesOf(bytesOfText(texts.join("\n")))].map(({ line, offset, bytes, isOpen }) => {
    return { line, offset, isOpen, text: bytes.toString() };
  });
  expect(found.map(({ text }) => text.length)).toEqual(texts.map(({ length }) => length));
  expect(found.every(({ text }, at) => text === texts[at])).toBe(true);
  expect(found.map(({ line, isOpen }) => [line, isOpen])).toEqual(texts.map((text, at) => [at + 1, text === "open"]));
  const offsets = texts.map((_text, at) => Buffer.byteLength(texts.slice(0, at).join("\n")) + (at > 0 ? 1 : 0));
  expect(found.map(({ offset }) => offset)).toEqual(offsets);
});
