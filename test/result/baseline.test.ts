import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import type { KnownDeviation } from "../../src/result/baseline/model.ts";
import { parseBaseline } from "../../src/result/baseline/parse-baseline.ts";
import { dayAfter, encodeBaseline, firstBaseline, shrinkBaseline } from "../../src/result/baseline/update-baseline.ts";
import { withBaseline } from "../../src/result/baseline/with-baseline.ts";
import { exitCodeOf } from "../../src/result/exit-code.ts";
import type { Run } from "../../src/result/model.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { onlySuite, runOfDay } from "./judged.ts";
import { anyRun } from "./run-arbitrary.ts";
import { answered, buildCase, buildRun, check, refused } from "./run-builder.ts";

function entry(of: string, rule = "status-expected", changes: Partial<KnownDeviation> = {}): KnownDeviation {
  return { case: of, rule, reason: "BUG-17", expires: "2026-02-20", ...changes };
}

function against(run: Run, ...known: ReadonlyArray<KnownDeviation>) {
  const result = withBaseline(resultOf(run), { file: "known.json", known });
  const { gone = [], expired = [], known: count } = result.baseline ?? {};
  return { code: exitCodeOf(result), known: count, gone, expired, suite: onlySuite(result) };
}

describe("a known deviation", () => {
  const both = buildCase("GET /a", "200", {
    attempts: [answered("GET /a", 500, { expected: "200", checks: [check("5xx-no-details", false)] })],
  });

  it("is let pass", () => {
    const known = entry("GET /a > 200");
    const found = against(runOfDay(1, { a: 500, b: 200 }), known);
    expect(found).toMatchObject({ code: 0, known: 1, gone: [], expired: [] });
    expect(found.suite.outline.map((one) => one.known)).toEqual([known, undefined]);
    expect([...found.suite.cases].map((one) => one.known)).toEqual([known, undefined]);
  });

  it("lets nothing else pass: neither another case, nor another rule of the same", () => {
    expect(against(runOfDay(1, { a: 500, b: 500 }), entry("GET /a > 200"))).toMatchObject({ code: 1, known: 1 });
    expect(against(buildRun([both]), entry("GET /a > 200"))).toMatchObject({ code: 1, known: 0 });
    const all = [entry("GET /a > 200"), entry("GET /a > 200", "5xx-no-details")];
    expect(against(buildRun([both]), ...all)).toMatchObject({ code: 0, known: 1 });
  });

  it("may be a test of the user's own, by its title", () => {
    const own = { id: "t", title: "has a price", level: "error", passed: false } as const;
    const run = buildRun([buildCase("GET /a", "200", { attempts: [answered("GET /a", 200, { checks: [own] })] })]);
    expect(against(run, entry("GET /a > 200", "has a price"))).toMatchObject({ code: 0, known: 1 });
  });

  it("takes what rests on it along", () => {
    const root = buildCase("POST /a", "201", { attempts: [500] });
    const run = buildRun([root, buildCase("GET /a", "200", { needs: [root.id] })]);
    expect(against(run).code).toBe(1);
    expect(against(run, entry("POST /a > 201")).code).toBe(0);
  });

  it("may be of the suite as a whole", () => {
    const run = buildRun([
      buildCase("GET /a", "200", { attempts: [refused({ code: "X", message: "x" }, "GET /a"), 200] }),
      buildCase("GET /b", "200", { needs: ["gone"], attempts: [500] }),
    ]);
    const { suite } = against(run);
    expect(suite.findings.map(({ rule, level }) => [rule, level])).toEqual([["suite-5xx-zero", "error"]]);
    const found = against(run, entry("suite", "suite-5xx-zero"));
    expect(found).toMatchObject({ known: 1, gone: [], expired: [] });
    expect(found.suite.findings[0]?.known?.reason).toBe("BUG-17");
  });

  it("fails the command where it does not occur any more", () => {
    const known = entry("GET /a > 200");
    expect(against(runOfDay(1, { a: 200 }), known)).toMatchObject({ code: 1, known: 0, gone: [known] });
    const other = entry("GET /a > 200", "5xx-no-details");
    expect(against(runOfDay(1, { a: 500 }), known, other)).toMatchObject({ code: 1, known: 1, gone: [other] });
    const suite = entry("suite", "suite-5xx-zero");
    expect(against(runOfDay(1, { a: 200 }), suite)).toMatchObject({ code: 1, gone: [suite] });
  });

  it("is neither gone nor expired where its case was not sent, or broke", () => {
    const old = entry("GET /a > 200", "status-expected", { expires: "2025-01-01" });
    const suite = entry("suite", "suite-5xx-zero", { expires: "2025-01-01" });
    const part = { shard: { index: 1, of: 2 } };
    for (const changes of [part, { isPartial: true }]) {
      expect(against(runOfDay(1, { b: 200 }, changes), old, suite)).toMatchObject({ code: 0, gone: [], expired: [] });
    }
    expect(against(runOfDay(1, { a: 0, b: 200 }), old, suite)).toMatchObject({ code: 0, gone: [], expired: [] });
    const down = buildRun([buildCase("GET /a", "200", { attempts: [refused()] })]);
    expect(against(down, old, suite)).toMatchObject({ code: 3, gone: [], expired: [] });
  });

  it("is let pass on its last day, and not on the next", () => {
    const known = entry("GET /a > 200", "status-expected", { expires: "2025-11-09" });
    expect(against(runOfDay(9, { a: 500 }), known)).toMatchObject({ code: 0, known: 1, expired: [] });
    expect(against(runOfDay(10, { a: 500 }), known)).toMatchObject({ code: 1, known: 0, expired: [known] });
  });

  it("is found also where several suites ran, by either of its names", () => {
    const named = {
      ...buildCase("GET /a", "200", { suite: "Bookstore", attempts: [500] }),
      id: "Bookstore: GET /a > 200",
    };
    for (const name of ["GET /a > 200", named.id]) {
      expect(against(buildRun([named]), entry(name))).toMatchObject({ code: 0, known: 1, gone: [] });
    }
  });
});

describe("a file of known deviations", () => {
  it("is written of all that fails, lets it pass, can be read again, and only shrinks", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const result = resultOf(run);
        const why = { reason: "as it is", expires: dayAfter(result, 90) ?? "" };
        const known = firstBaseline(result, why).filter(({ rule }) => rule.trim() !== "");
        fc.pre(known.length === firstBaseline(result, why).length);
        const text = encodeBaseline(known);
        const read = parseBaseline({ file: "known.json", text });
        expect(read.baseline?.known).toEqual(known);
        const judged = withBaseline(result, { file: "known.json", known });
        expect(judged.baseline).toMatchObject({ gone: [], expired: [] });
        const suite = onlySuite(judged);
        const failed = suite.outline.filter(({ outcome }) => outcome === "failed");
        const withChecks = failed.filter(({ attempts }) =>
          attempts.at(-1)?.checks.some((one) => !one.passed && one.level === "error"),
        );
        expect(withChecks.every((one) => one.known !== undefined)).toBe(true);
        expect(judged.baseline && shrinkBaseline(known, judged.baseline)).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });

  it("loses what is gone, and nothing else", () => {
    const known = [entry("GET /a > 200"), entry("GET /b > 200"), entry("GET /z > 200")];
    const { baseline } = withBaseline(resultOf(runOfDay(1, { a: 200, b: 500 })), { file: "known.json", known });
    expect(baseline && shrinkBaseline(known, baseline)).toEqual([known[1], known[2]]);
  });

  it("expires after so many days of the run's own calendar", () => {
    expect(dayAfter({ startedAt: "2025-11-22T23:59:59.999Z" }, 90)).toBe("2026-02-20");
    expect(dayAfter({ startedAt: "some day" }, 90)).toBeUndefined();
  });
});

function mistakesIn(text: string): string {
  const source = { file: "known.json", text };
  return parseBaseline(source)
    .diagnostics.map((each) => drawDiagnostic(each, [source]))
    .join("\n\n");
}

describe("a file that is not right", () => {
  const file = (entries: string) =>
    `{\n  "format": "newmanifest-baseline",\n  "version": 1,\n  "known": [\n${entries}\n  ]\n}`;

  test("has all its mistakes told, each with its place and a way out", () => {
    expect(
      mistakesIn(
        file(`    { "case": "GET /a > 200", "rule": "status-expcted", "reason": " ", "expires": "2027-02-30" },
    { "case": "suite", "rule": "no-5xx", "reason": "x", "expires": "soon" },
    { "case": "GET /a > 200", "rule": "status-expcted", "reason": "x", "expires": "2027-02-28" }`),
      ),
    ).toMatchInlineSnapshot(`
      "warning: there is no rule "status-expcted"                     [unlikely-rule]
       --> known.json:5:39
        |
      5 |     { "case": "GET /a > 200", "rule": "status-expcted", "reason": " ", "expires": "2027-02-30" },
        |                                       ^^^^^^^^^^^^^^^^ did you mean "status-expected"?

      error: the reason is empty                                     [empty-text]
       --> known.json:5:67
        |
      5 |     { "case": "GET /a > 200", "rule": "status-expcted", "reason": " ", "expires": "2027-02-30" },
        |                                                                   ^^^ say why it is let pass, or name its ticket

      error: "2027-02-30" is no day                                  [bad-date]
       --> known.json:5:83
        |
      5 |     { "case": "GET /a > 200", "rule": "status-expcted", "reason": " ", "expires": "2027-02-30" },
        |                                                                                   ^^^^^^^^^^^^ write the last day on which it is let pass: 2027-01-31

      error: no rule of the suite is called "no-5xx"                 [unknown-suite-rule]
       --> known.json:6:32
        |
      6 |     { "case": "suite", "rule": "no-5xx", "reason": "x", "expires": "soon" },
        |                                ^^^^^^^^ name the case that breaks it

      error: "soon" is no day                                        [bad-date]
       --> known.json:6:68
        |
      6 |     { "case": "suite", "rule": "no-5xx", "reason": "x", "expires": "soon" },
        |                                                                    ^^^^^^ write the last day on which it is let pass: 2027-01-31

      error: status-expcted of "GET /a > 200" is there twice         [deviation-twice]
       --> known.json:7:15
        |
      7 |     { "case": "GET /a > 200", "rule": "status-expcted", "reason": "x", "expires": "2027-02-28" }
        |               ^^^^^^^^^^^^^^ keep one of the two
       ::: known.json:5:15
        |
      5 |     { "case": "GET /a > 200", "rule": "status-expcted", "reason": " ", "expires": "2027-02-30" },
        |               -------------- given here first

      warning: there is no rule "status-expcted"                     [unlikely-rule]
       --> known.json:7:39
        |
      7 |     { "case": "GET /a > 200", "rule": "status-expcted", "reason": "x", "expires": "2027-02-28" }
        |                                       ^^^^^^^^^^^^^^^^ did you mean "status-expected"?"
    `);
  });

  test("has the mistakes of its meaning told beside those of its form", () => {
    const entry =
      '    { "case": "GET /a > 200", "rule": "status-expected", "reason": "", "expires": "tomorrow", "more": 1 }';
    const told = mistakesIn(file(`${entry},\n    { "case": 3 }`));
    for (const word of ['unknown key "more"', "[empty-text]", "[bad-date]", "expected text, got 3"]) {
      expect(told).toContain(word);
    }
  });

  test("has the mistakes of its form told", () => {
    expect(
      mistakesIn(file('    { "case": 3, "rule": "a b", "reasn": "x", "expires": null },\n    []')),
    ).toMatchInlineSnapshot(`
      "error: the key "reason" is missing                             [missing-key]
       --> known.json:5:5
        |
      5 |     { "case": 3, "rule": "a b", "reasn": "x", "expires": null },
        |     ^ add reason: ...

      error: expected text, got 3                                    [wrong-type]
       --> known.json:5:15
        |
      5 |     { "case": 3, "rule": "a b", "reasn": "x", "expires": null },
        |               ^

      error: unknown key "reasn"                                     [unknown-key]
       --> known.json:5:33
        |
      5 |     { "case": 3, "rule": "a b", "reasn": "x", "expires": null },
        |                                 ^^^^^^^ did you mean "reason"?

      error: expected text, got nothing                              [wrong-type]
       --> known.json:5:58
        |
      5 |     { "case": 3, "rule": "a b", "reasn": "x", "expires": null },
        |                                                          ^^^^

      error: expected a map with case, rule, reason, expires, got a list  [wrong-type]
       --> known.json:6:5
        |
      6 |     []
        |     ^^"
    `);
  });

  it.each([
    ["", "the text ends where a value is expected"],
    ["{ 'known': [] }", "text stands in double quotes"],
    ["[]", "this is no file of known deviations"],
    ['{ "format": "newmanifest-run", "version": 1, "known": [] }', 'its format is not "newmanifest-baseline"'],
    ['{ "format": "newmanifest-baseline", "version": 2, "known": [] }', "this newmanifest reads version 1"],
    ['{ "format": "newmanifest-baseline", "version": 1 }', 'the key "known" is missing'],
    ['{ "format": "newmanifest-baseline", "version": 1, "known": [], "__proto__": 1 }', 'unknown key "__proto__"'],
  ])("%j: %s", (text, sentence) => {
    expect(parseBaseline({ file: "known.json", text }).baseline).toBeUndefined();
    expect(mistakesIn(text)).toContain(sentence);
    expect(mistakesIn(text)).toContain("known.json:1:");
  });

  it("is told whatever it says, and never thrown", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { baseline, diagnostics } = parseBaseline({ file: "known.json", text });
        expect(baseline === undefined).toBe(diagnostics.length > 0);
      }),
    );
  });

  it("may name a rule that does not exist, which is but a warning: a test may be called like that", () => {
    const text = file(JSON.stringify(entry("GET /a > 200", "has-price")));
    expect(parseBaseline({ file: "known.json", text }).baseline?.known).toHaveLength(1);
    expect(mistakesIn(text)).toContain('warning: there is no rule "has-price"');
  });
});
