import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../src/package.ts";

/** The floors of the house, from the ground up. A folder imports from its own floor's list and from lower floors only. */
const floors = {
  diagnostic: [],
  http: [],
  template: ["package"],
  package: [],
  manifest: ["diagnostic", "http"],
  result: ["diagnostic", "http"],
  plan: ["manifest", "diagnostic", "http"],
  collection: ["plan", "manifest", "result", "diagnostic", "http", "template"],
  // The mock shares the manifest's model and the status table with the rest, or it would agree with its own mistakes.
  mock: ["manifest", "diagnostic", "http"],
  run: ["collection", "plan", "manifest", "result", "diagnostic", "http", "package"],
  report: ["manifest", "result", "diagnostic", "http", "template", "package"],
  lint: ["plan", "manifest", "diagnostic", "http"],
  prove: ["run", "report", "collection", "mock", "plan", "manifest", "result", "diagnostic", "http", "template"],
  cli: [
    "prove",
    "run",
    "lint",
    "report",
    "collection",
    "mock",
    "plan",
    "manifest",
    "result",
    "diagnostic",
    "http",
    "template",
    "package",
  ],
  index: [
    "prove",
    "run",
    "lint",
    "report",
    "collection",
    "mock",
    "plan",
    "manifest",
    "result",
    "diagnostic",
    "http",
    "template",
  ],
} as const satisfies Record<string, ReadonlyArray<string>>;

/** Packages that only one place may know, so that they can be replaced there. */
const owners = {
  newman: /^run\/newman\.ts$/,
  "postman-collection": /^collection\//,
  yaml: /^manifest\/source\.ts$/,
  handlebars: /^template\.ts$/,
  zod: /^(manifest|result)\//,
  commander: /^cli\//,
  "csv-parse": /^(manifest|collection\/foreign)\//,
  "fastest-levenshtein": /^diagnostic\//,
  "hdr-histogram-js": /^result\/tally\/histogram\.ts$/,
  tinypool: /^(prove\/|run\/station\/(threads|session)\.ts$)/,
} as const;

/** A thread is a program of its own: nobody else hears of what would end it. */
const programs: ReadonlySet<string> = new Set(["run/station/stray-errors.ts"]);

const src = join(packageRoot, "src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

function importsOf(file: string): ReadonlyArray<string> {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

function floorOf(file: string): string {
  return (file.split("/")[0] ?? "").replace(/\.ts$/, "");
}

describe("the import rule", () => {
  it("reads every file of src", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(new Set(files.map(floorOf))).toEqual(new Set(Object.keys(floors)));
  });

  it("is followed: imports go down only", () => {
    const upwards = imports
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, target }) => ({ file, to: relative(src, join(src, dirname(file), target)) }))
      .filter(({ file, to }) => {
        const allowed: ReadonlyArray<string> =
          Object.entries(floors).find(([name]) => name === floorOf(file))?.[1] ?? [];
        return floorOf(to) !== floorOf(file) && !allowed.includes(floorOf(to));
      });
    expect(upwards).toEqual([]);
  });

  it("is followed: a package is known in one place", () => {
    const strays = imports
      .map(({ file, target }) => ({ file, name: target.split("/")[0] ?? "" }))
      .filter(({ file, name }) => Object.entries(owners).some(([owned, where]) => owned === name && !where.test(file)));
    expect(strays).toEqual([]);
  });

  it("is followed: the mock knows nothing of edges and rules", () => {
    const shared = imports
      .filter(({ file }) => floorOf(file) === "mock")
      .map(({ file, target }) => relative(src, join(src, dirname(file), target)))
      .filter((to) => /^http\/(edge|rule)/.test(to));
    expect(shared).toEqual([]);
  });

  it("is followed: only the command line touches process and console", () => {
    const touching = files
      .filter((file) => floorOf(file) !== "cli" && !programs.has(file))
      .filter((file) => /\bprocess\.(env|argv|std|exit|cwd|on)|\bconsole\.\w+\(/.test(code(file)));
    expect(touching).toEqual([]);
  });
});

/** The file without its comments and template literals' words about console.warn. */
function code(file: string): string {
  return readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}
