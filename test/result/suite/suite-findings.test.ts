import { describe, expect, it } from "vitest";
import { suiteLevels } from "../../../src/plan/suite-levels.ts";
import { exitCode } from "../../../src/result/exit-code.ts";
import { parseRunFile } from "../../../src/result/parse-run-file.ts";
import { suiteFindings } from "../../../src/result/suite/suite-findings.ts";
import { consoleOf, jsonOf } from "../../report/draw.ts";
import { encodeRun } from "../../support/encode-run.ts";
import { manifestOf } from "../../support/suite.ts";
import { buildRun } from "../run-builder.ts";
import { suiteCase } from "./suite-run.ts";

const strange = suiteCase("GET /a", "201");

describe("the level of a finding", () => {
  it.each([
    ["is the rule's own", {}, ["warning"], 0],
    ["fails the run where it is an error", { "suite-method-semantics": "error" }, ["error"], 1],
    ["can be off", { "suite-method-semantics": "off" }, [], 0],
  ] as const)("%s", (_what, levels, found, code) => {
    const run = buildRun([strange], { levels });
    expect(suiteFindings(run).map(({ level }) => level)).toEqual(found);
    expect(exitCode(run)).toBe(code);
  });

  it("is kept in the run file", () => {
    const run = buildRun([strange], { levels: { "suite-method-semantics": "error" } });
    expect(parseRunFile(encodeRun(run)).run).toEqual(run);
  });
});

describe("the levels of a manifest", () => {
  const levelsOf = (more: string) =>
    suiteLevels(manifestOf(`name: Levels\nbaseUrl: http://localhost:1\nendpoints: { GET /a: 200 }\n${more}`));

  it("leave out what only a higher profile asks for", () => {
    const hygiene = { "suite-header-policy-uniform": "off", "suite-undocumented-codes": "off" };
    expect(levelsOf("")).toEqual(hygiene);
    expect(levelsOf("profile: thorough")).toEqual({});
  });

  it("are moved by its rules", () => {
    const moved = levelsOf("profile: thorough\nrules: { 400-not-catchall: off, suite-undocumented-codes: error }");
    expect(moved).toEqual({ "400-not-catchall": "off", "suite-undocumented-codes": "error" });
  });

  it("become errors where it is strict", () => {
    const strict = levelsOf("profile: thorough\nstrict: true");
    expect(new Set(Object.values(strict))).toEqual(new Set(["error"]));
    expect(Object.keys(strict)).toContain("suite-code-diversity");
  });
});

describe("the reports", () => {
  const run = buildRun([strange], { levels: { "suite-method-semantics": "error" } });

  it("have a block of their own for it on the console", () => {
    const lines = consoleOf(run, { width: 100 }).split("\n");
    const at = lines.findIndex((line) => line.includes("the suite:"));
    expect(lines.slice(at)).toMatchInlineSnapshot(`
      [
        " ✗ the suite: GET is answered with 201: creating is for POST, PUT and PATCH",
        "   rule  suite-method-semantics: only methods that create answer 201",
        "   why   a GET that creates is repeated by caches, crawlers and browsers (RFC 9110, 9.2.1; the",
        "         guide: use POST for creation, GET for retrieval)",
        "     GET /a -> 201                                                                    api.yaml:14:13",
        "",
        " success  100 % 2xx, 100 % as expected, of 1 response",
        " p50/p95  2xx 12/12 ms",
        "",
        " slowest  12 ms  GET /a -> 201",
        "",
        " 1 passed · 1 suite error",
        "",
      ]
    `);
  });

  it("list it in JSON", () => {
    expect(JSON.parse(jsonOf(run)).suites[0].findings).toEqual([
      {
        rule: "suite-method-semantics",
        level: "error",
        message: "GET is answered with 201: creating is for POST, PUT and PATCH",
        cases: [strange.id],
      },
    ]);
  });
});
