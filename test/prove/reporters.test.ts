import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import type { Proof } from "../../src/prove/model.ts";
import { caughtShare } from "../../src/prove/prove.ts";
import { proofReporters } from "../../src/prove/report/reporters.ts";

const hostile = `<script>alert("1")</script> | \u0007 ]]> & \u2028 'x'`;

const proof: Proof = {
  suite: `Shop ${hostile}`,
  cases: 12,
  durationMs: 2345,
  inapplicable: ["no-limit"],
  faults: [
    {
      id: "no-location",
      mistake: "a 201 has no Location",
      breaks: "the guide",
      endpoints: ["POST /a", "POST /b"],
      verdict: "caught",
      evidence: [{ case: `POST /a -> 201 ${hostile}`, rule: "201-location-present", message: "no Location" }],
      remedies: [],
    },
    {
      id: "no-retry-after",
      mistake: "a 429 does not say when to come back",
      breaks: "the guide",
      endpoints: ["GET /search"],
      verdict: "warned",
      evidence: [{ case: "GET /search -> 429", rule: "429-retry-after-present", message: "" }],
      remedies: ["write `rules: { 429-retry-after-present: error }`, or run with --strict"],
    },
    {
      id: "list-forgets",
      mistake: "a list does not have what was created",
      breaks: "the guide",
      endpoints: ["GET /a"],
      verdict: "missed",
      evidence: [],
      remedies: ["write a schema (GET /a)"],
    },
  ],
};

describe("the share", () => {
  it("is that of what turned red: a warning is not", () => {
    expect(caughtShare(proof)).toBeCloseTo(1 / 3);
    expect(caughtShare({ ...proof, faults: [] })).toBe(1);
  });
});

describe("the console", () => {
  it("shows the table, what was not caught with its remedy, and the share", () => {
    expect(proofReporters.console({ ...proof, suite: "Shop" })).toMatchInlineSnapshot(`
      "Shop · 12 cases, green without a fault · 2.3 s

       ● no-location     201-location-present  POST /a -> 201 <script>alert("1")</scr…
       ! no-retry-after  429-retry-after-present  GET /search -> 429
       ✗ list-forgets    nothing was said

       ✗ list-forgets: not caught
         what   a list does not have what was created, at GET /a
         breaks the guide
         fix    write a schema (GET /a)

       ! no-retry-after: only a warning
         what   a 429 does not say when to come back, at GET /search
         breaks the guide
         fix    write \`rules: { 429-retry-after-present: error }\`, or run with
                --strict

       1 of 3 faults caught (33.3%) · 1 that this API cannot have
      "
    `);
  });

  it("fits its width and lets no control character through", () => {
    const drawn = proofReporters.console(proof, { width: 60 });
    expect(drawn.split("\n").filter((line) => line.length > 60 && !line.startsWith("Shop"))).toEqual([]);
    expect(drawn).not.toContain("\u0007");
  });
});

describe("the other formats", () => {
  it("json has the share and every fault", () => {
    const read = JSON.parse(proofReporters.json(proof));
    expect(read).toMatchObject({ format: "newmanifest-proof", version: 1, caughtShare: 1 / 3 });
    expect(read.faults).toEqual(proof.faults);
  });

  it("html holds foreign text as text, and asks nobody for anything", () => {
    const html = proofReporters.html(proof);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toMatch(/(?:src|href)=/);
  });

  it("markdown keeps its cells together and makes no markup of foreign text", () => {
    const rows = proofReporters
      .markdown(proof)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    const widths = rows.map((row) => row.split("|").length);
    expect(new Set(widths.slice(0, 4))).toEqual(new Set([5]));
    expect(new Set(widths.slice(4))).toEqual(new Set([7]));
    expect(proofReporters.markdown(proof)).not.toContain("<script");
  });

  it("junit parses, with a failure for each fault that is not caught", () => {
    const read = new XMLParser({ ignoreAttributes: false }).parse(proofReporters.junit(proof), true);
    const { testcase, ...suite } = read.testsuites.testsuite;
    expect(suite).toMatchObject({ "@_tests": "3", "@_failures": "2" });
    expect(testcase.map((one: Record<string, unknown>) => [one["@_name"], "failure" in one])).toEqual([
      ["no-location", false],
      ["no-retry-after", true],
      ["list-forgets", true],
    ]);
    expect(testcase[0]["@_classname"]).toContain("script");
  });
});
