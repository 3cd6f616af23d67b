import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/package.ts";
import { pitfalls } from "./pitfalls.ts";

const folder = join(packageRoot, "test/run/pitfalls");
const all = Object.values(pitfalls).flat();
const named = all.flatMap(({ id, by }) =>
  Object.entries(by).flatMap(([file, titles]) => titles.map((title) => ({ id, file, title }))),
);

/** The titles of the tests in a file that are run. */
function titlesIn(file: string): ReadonlyArray<string> {
  const path = join(folder, `${file}.test.ts`);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  // `it("title"`, `it.each(table)("title"`, and a table that ends on a line of its own. Not those of `it.skip`.
  const found = text.matchAll(/^\s*(?:(?:it|test)(?:\.(?:each|runIf)\(.*\))?|\].*\))\(\s*("(?:[^"\\]|\\.)*")/gm);
  return [...found].map(([, literal = '""']) => JSON.parse(literal));
}

describe("the list of pitfalls", () => {
  it("has each once, in words of its own", () => {
    expect(all.length).toBeGreaterThan(45);
    for (const words of [all.map(({ id }) => id), all.map(({ says }) => says)]) {
      expect(words.filter((one, index) => words.indexOf(one) !== index)).toEqual([]);
    }
    for (const { id, says } of all) expect(says, id).toMatch(/^[A-Z].+\.$/);
  });

  it("names a test for each, and every one of them is there", () => {
    expect(all.filter(({ by }) => Object.values(by).flat().length === 0)).toEqual([]);
    expect(named.filter(({ file, title }) => !titlesIn(file).includes(title))).toEqual([]);
  });

  it("has a use for every test of its folder", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".test.ts"));
    const own = files.map((file) => file.replace(".test.ts", "")).filter((file) => file !== "pitfalls");
    const unused = own.flatMap((file) =>
      titlesIn(file)
        .filter((title) => !named.some((one) => one.file === file && one.title === title))
        .map((title) => `${file}: ${title}`),
    );
    expect(own.length).toBeGreaterThan(8);
    expect(unused).toEqual([]);
  });
});
