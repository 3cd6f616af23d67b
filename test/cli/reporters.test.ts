import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { chooseReporters } from "../../src/cli/choose-reporters.ts";
import { resultReporters } from "../../src/cli/result-reporters.ts";
import { packageRoot } from "../../src/package.ts";
import { aboutFolderReporters, aboutReporters } from "../../src/report/about-reporters.ts";
import { folderReporters, reporters } from "../../src/report/reporters.ts";
import { bookstoreRun } from "../report/bookstore-run.ts";
import { cli } from "../support/cli.ts";
import { encodeRun } from "../support/encode-run.ts";

const folder = mkdtempSync(join(tmpdir(), "newmanifest-reporters-"));
const bookstore = join(packageRoot, "collections/bookstore/newmanifest.yaml");
const runFile = file("run.ndjson", encodeRun(bookstoreRun));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const report = (list: string, env?: Record<string, string>) => cli(["report", runFile, "-r", list], env);

describe("--reporter", () => {
  it.each([["run"], ["report"]])("%s --help has a line for each", async (command) => {
    const { code, stdout } = await cli([command, "--help"]);
    expect(code).toBe(0);
    for (const name of [...Object.keys(reporters), ...Object.keys(folderReporters)])
      expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
  });

  it("has what it tells of, in the same order", () => {
    expect(Object.keys(reporters)).toEqual(Object.keys(aboutReporters));
    expect(Object.keys(folderReporters)).toEqual(Object.keys(aboutFolderReporters));
  });

  it("writes several at once, each into its file", async () => {
    const names = ["junit", "ctrf", "markdown", "github", "openmetrics", "har"];
    const list = names.map((name) => `${name}=${join(folder, "several", name)}`).join(",");
    expect(await report(list)).toEqual({ code: 3, stdout: "", stderr: "" });
    const texts = names.map((name) => readFileSync(join(folder, "several", name), "utf8"));
    expect(texts.map((text) => text.slice(0, 5))).toEqual(["<?xml", '{\n  "', "## ❌ ", "::err", "# TYP", '{\n  "']);
  });

  it("writes a folder, and leaves alone what is in it", async () => {
    const results = join(folder, "deep", "results");
    expect((await report(`allure=${results}`)).code).toBe(3);
    const first = readdirSync(results);
    expect(first).toContain("environment.properties");
    writeFileSync(join(results, "of-another-run-result.json"), "{}");
    expect((await report(`allure=${results}`)).code).toBe(3);
    expect(readdirSync(results).sort()).toEqual([...first, "of-another-run-result.json"].sort());
  });

  it("takes allure-results where no folder is named, and no name that only objects have", async () => {
    expect(await chooseReporters("allure", resultReporters)).toMatchObject([
      { kind: "folder", folder: "allure-results" },
    ]);
    for (const name of ["constructor", "__proto__", ""])
      await expect(chooseReporters(name, resultReporters)).rejects.toThrow(`there is no reporter "${name}"`);
  });

  it.each([
    ["junit=", "--reporter junit= names no file"],
    ["allure=", "--reporter allure= names no file"],
    ["junit=out/x,json=./out/x", "--reporter writes both junit and json to ./out/x"],
  ])("refuses %s", async (list, sentence) => {
    await expect(chooseReporters(list, resultReporters)).rejects.toThrow(sentence);
  });

  it("refuses a folder in whose place a file is, before anything is sent", async () => {
    const { code, stderr } = await cli([
      "run",
      bookstore,
      "--mock",
      "-o",
      join(folder, "no"),
      "-r",
      `allure=${runFile}`,
    ]);
    expect(code).toBe(2);
    expect(stderr).toBe(`error: cannot write to ${runFile}: a file is in the way\n`);
    expect(existsSync(join(folder, "no"))).toBe(false);
  });
});

describe("the summary of a job", () => {
  it("gets the report in Markdown after what is there, where github is asked for", async () => {
    const summary = file("summary.md", "# before\n");
    const { stdout } = await report("github", { GITHUB_STEP_SUMMARY: summary });
    expect(stdout).toMatch(/^::error file=api\.yaml,line=8,/);
    expect(readFileSync(summary, "utf8")).toMatch(/^# before\n## ❌ 2 failed, 1 errored/);
    await report("console", { GITHUB_STEP_SUMMARY: summary });
    expect(readFileSync(summary, "utf8").match(/^## /gm)).toHaveLength(1);
  });

  it("is refused in a sentence where it cannot be written", async () => {
    const { code, stderr } = await report("github", { GITHUB_STEP_SUMMARY: folder });
    expect(code).toBe(2);
    expect(stderr).toBe("error: cannot write the summary of the job: it is a folder\n");
  });
});

describe("a reporter of one's own", () => {
  it.each([
    ["default.mjs", "export default (result) => `${result.suites[0].suite}: ${result.summary.failed}`;"],
    [
      "named.mjs",
      "export function* report(result) { yield result.suites[0].suite; yield `: ${result.summary.failed}`; }",
    ],
  ])("%s is imported and drawn", async (name, text) => {
    const path = relative(process.cwd(), file(name, text));
    expect(path).toMatch(/^\.\.?\//);
    expect(await report(path)).toEqual({ code: 3, stdout: "Bookstore: 2\n", stderr: "" });
    const out = join(folder, `${name}.txt`);
    expect((await report(`${path}=${out}`)).code).toBe(3);
    expect(readFileSync(out, "utf8")).toBe("Bookstore: 2\n");
  });

  it.each([
    ["nothing.mjs", "export const width = 80;", "exports no function: write `export default (result, options) => "],
    ["broken.mjs", "export default (", "cannot load the reporter"],
    ["throws.mjs", "throw new Error('no\\nluck')", "no\n"],
  ])("%s is refused before anything is sent", async (name, text, sentence) => {
    const out = join(folder, "unsent");
    const { code, stderr, stdout } = await cli(["run", bookstore, "--mock", "-o", out, "-r", file(name, text)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ["late.mjs", "export default () => { throw new TypeError('no suite\\nat all'); };", "failed: no suite"],
    ["later.mjs", "export function* report() { yield 'a'; throw 'tired'; }", "failed: tired"],
    ["number.mjs", "export default () => 12;", "returned number: it must return a string, or an iterable of strings"],
    ["promise.mjs", "export default async () => 'a';", "returned a promise: it must return a string"],
    ["pieces.mjs", "export default () => ['a', {}];", "gave a piece that is object: it must be a string"],
  ])("%s is told of in a line, exit code 2, and the others are written", async (name, text, sentence) => {
    const path = file(name, text);
    const [before, after] = [join(folder, `${name}.json`), join(folder, `${name}.xml`)];
    const list = `json=${before},${path}=${join(folder, `${name}.out`)},junit=${after}`;
    const { code, stderr } = await report(list);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: the reporter [^\n]+\n$/);
    expect(stderr).toContain(`error: the reporter ${path} ${sentence}`);
    expect(JSON.parse(readFileSync(before, "utf8")).format).toBe("newmanifest-result");
    expect(readFileSync(after, "utf8")).toMatch(/<\/testsuites>\n$/);
  });

  it("keeps the run file whole where it fails after a run", async () => {
    const out = join(folder, "kept");
    const path = file("fails.mjs", "export default () => { throw new Error('no'); };");
    const { code, stderr } = await cli(["run", bookstore, "--mock", "-q", "--grep", "health", "-o", out, "-r", path]);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: the reporter ${path} failed: no\n`);
    expect((await cli(["report", join(out, "run.ndjson")])).code).toBe(0);
  });

  it("is none of prove's, which draws something else", async () => {
    const { code, stderr } = await cli(["prove", bookstore, "-r", "./mine.js"]);
    expect(code).toBe(2);
    expect(stderr).toBe('error: there is no reporter "./mine.js": one of console, json, html, markdown, junit\n');
  });
});
