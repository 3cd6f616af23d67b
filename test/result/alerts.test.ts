import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parseMeasure } from "../../src/http/alert/measure.ts";
import { measuredOf, read } from "../../src/result/alerts/reading.ts";
import type { Run } from "../../src/result/model.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { alertsOn, judgedRun, onlySuite, runOfDay } from "./judged.ts";
import { mixedRun } from "./metrics-runs.ts";
import { anyRun } from "./run-arbitrary.ts";
import { answered, buildCase, buildRun, check, refused } from "./run-builder.ts";

function valueIn(run: Parameters<typeof resultOf>[0], name: string): number | null {
  const measure = parseMeasure(name);
  const measured = measuredOf(onlySuite(resultOf(run)));
  if (measure === undefined || measured === undefined) throw new Error(`no measure ${name}`);
  return read(measure, measured).value;
}

/** Each answer is judged by its status, as every answer of a generated case is. */
function withStatusChecks(run: Run): Run {
  const cases = run.cases.map((one) => ({
    ...one,
    attempts: one.attempts.map((attempt) => {
      const others = attempt.checks.filter(({ rule }) => rule !== "status-expected");
      return { ...attempt, checks: [...others, check("status-expected", attempt.status === "passed")] };
    }),
  }));
  return { ...run, cases };
}

const read404 = buildCase("GET /books/{id}", "404");
const lost = buildCase("GET /books", "200", { about: "again", attempts: [404] });
const broken = buildCase("GET /books", "200", { about: "once more", attempts: [503] });
const provoked = buildCase("GET /health", "503");
const warned = buildCase("GET /books", "200", {
  attempts: [answered("GET /books", 200, { timeMs: 40, checks: [check("vary-present", false, { level: "warning" })] })],
});

describe("a measure", () => {
  const run = buildRun([warned, read404, lost, broken, provoked, buildCase("GET /x", "200", { skipped: "no" })]);

  it.each([
    ["successRate", 1 / 5],
    ["asExpected", 3 / 5],
    ["2xx", 1 / 5],
    ["4xx", 1 / 5],
    ["all 4xx", 2 / 5],
    ["404", 1 / 5],
    ["5xx", 1 / 5],
    ["503", 1 / 5],
    ["all 503", 2 / 5],
    ["500", 0],
    ["p50", 12],
    ["max", 40],
    ["max 4xx", 12],
    ["mean 200", 40],
    ["p95 3xx", null],
    ["failed", 2],
    ["skipped", 1],
    ["warnings", 1],
    ["timeouts", 0],
    ["availability", null],
    ["assertions", 3 / 5],
    ["coverage", 3 / 4],
    ["leaks", 0],
  ])("%s is read as %s", (name, value) => {
    expect(valueIn(run, name)).toBe(value);
  });

  it("agrees with the metrics and the summary of any run", () => {
    fc.assert(
      fc.property(anyRun.map(withStatusChecks), (any) => {
        const suite = onlySuite(resultOf(any));
        const { metrics, summary } = suite;
        expect(valueIn(any, "5xx")).toBe(metrics["met-5xx-rate"].unexpected?.share ?? null);
        expect(valueIn(any, "all 5xx")).toBe(metrics["met-5xx-rate"].all?.share ?? null);
        expect(valueIn(any, "4xx")).toBe(metrics["met-4xx-rate"].unexpected?.share ?? null);
        expect(valueIn(any, "429")).toBe(metrics["met-429-rate"].unexpected?.share ?? null);
        expect(valueIn(any, "2xx")).toBe(metrics["met-success-rate"]?.share ?? null);
        expect(valueIn(any, "failed")).toBe(summary.failed);
        expect(valueIn(any, "warnings")).toBe(summary.checks.warned);
      }),
    );
  });
});

describe("a limit", () => {
  it("says what was measured and what it must be; what failed comes first", () => {
    expect(alertsOn(mixedRun, ["successRate >= 10%", "p95 2xx < 800ms", "5xx = 0", "max < 10ms"])).toEqual([
      "failed: 5xx is 10 %, and must be = 0",
      "failed: max is 40 ms, and must be < 10ms",
      "kept: successRate is 40 %, and must be >= 10%",
      "kept: p95 2xx is 30 ms (of no more than 4 responses), and must be < 800ms",
    ]);
  });

  it("counts without a word on how few where there are enough", () => {
    const attempts = Array.from({ length: 20 }, (_, index) => answered("GET /a", 200, { timeMs: 100 * index }));
    const run = buildRun([buildCase("GET /a", "200", { attempts })]);
    expect(alertsOn(run, ["p95 < 1.8s", "p95 <= 1.8s"])).toEqual([
      "failed: p95 is 1.8 s, and must be < 1.8s",
      "kept: p95 is 1.8 s, and must be <= 1.8s",
    ]);
  });

  it("is unknown where there is nothing to measure, and fails where there is no such endpoint", () => {
    const run = buildRun([buildCase("GET /a", "200", { attempts: [refused()] })]);
    expect(alertsOn(run, ["p95 < 1s"])).toEqual(["unknown: p95 must be < 1s, and there was nothing to measure"]);
    const alerts = [{ text: "p95 < 1s", endpoint: "GET /b" }];
    expect(judgedRun(run, { alerts }).alerts.map(({ message }) => message)).toEqual([
      "p95 of GET /b must be < 1s, and there is no such endpoint",
    ]);
    // It may be in another shard.
    const shard = { ...run, shard: { index: 1, of: 2 } };
    expect(judgedRun(shard, { alerts }).alerts.map(({ state, message }) => `${state}: ${message}`)).toEqual([
      "unknown: p95 of GET /b must be < 1s, and there was nothing to measure",
    ]);
  });

  it("may be of an endpoint, and stands in the run with its place", () => {
    const manifest = { file: "api.yaml", line: 3, column: 5, length: 3 };
    const alerts = [{ text: "5xx < 1%", endpoint: "GET /health", manifest }, { text: "p97 < 1ms" }];
    const run = buildRun([provoked, broken], { alerts });
    expect(judgedRun(run).alerts).toEqual([
      {
        text: "5xx < 1%",
        endpoint: "GET /health",
        manifest,
        suite: "Bookstore",
        environment: "local",
        state: "kept",
        actual: "0 %",
        message: "5xx of GET /health is 0 %, and must be < 1%",
      },
      {
        text: "p97 < 1ms",
        suite: "Bookstore",
        environment: "local",
        state: "unknown",
        message: '"p97 < 1ms" is a limit that this version cannot read',
      },
    ]);
  });

  it("keeps a share that is exact in percent and not in binary", () => {
    const codes = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`a${index}`, index < 7 ? 500 : 200]));
    expect(
      alertsOn(runOfDay(9, codes), ["5xx <= 7%", "5xx = 7%", "5xx < 7%", "5xx > 7%"]).map((text) => text.slice(0, 6)),
    ).toEqual(["failed", "failed", "kept: ", "kept: "]);
  });
});

describe("a limit against earlier runs", () => {
  const codes = { a: 200, b: 200, c: 200, d: 200 };
  const one = (day: number) => runOfDay(day, { ...codes, d: 500 });
  const none = (day: number) => runOfDay(day, codes);
  const half = runOfDay(9, { ...codes, c: 500, d: 500 });

  it("is against the mean of the last ones", () => {
    expect(alertsOn(half, ["5xx < 2x last 2", "5xx <= 2x last", "5xx < 4x last 3"], [none(1), one(2), one(3)])).toEqual(
      [
        "failed: 5xx is 50 %, and must be < 2x last 2, which is 50 %",
        "kept: 5xx is 50 %, and must be <= 2x last, which is 50 %",
        "kept: 5xx is 50 %, and must be < 4x last 3, which is 66.67 %",
      ],
    );
  });

  it("says of how few it is", () => {
    expect(alertsOn(half, ["5xx < 1x last 10"], [one(1)])).toEqual([
      "failed: 5xx is 50 %, and must be < 1x last 10, which is 25 % (there is but 1)",
    ]);
  });

  it("is unknown without any, and kept where nothing has become nothing", () => {
    expect(alertsOn(half, ["5xx < 2x last 10"])).toEqual([
      "unknown: 5xx must be < 2x last 10, and there is no earlier run to compare with",
    ]);
    expect(alertsOn(none(9), ["5xx < 2x last 10"], [none(1), none(2)])[0]).toContain("kept: ");
  });

  it("takes no run that was of another shard, broke, or ran but a few of the cases", () => {
    const shard = { index: 1, of: 2 };
    const others = [one(1), one(2), runOfDay(3, { d: 500 })].map((run, index) => ({
      ...run,
      ...(index === 0 && { shard }),
      ...(index === 1 && { broken: "it was stopped" }),
    }));
    expect(alertsOn(half, ["5xx < 2x last 10"], others)[0]).toContain("no earlier run");
  });
});

test("a limit of the command line is for each suite that has the endpoint", () => {
  const heads = ["A", "B"].map((suite) => ({ suite, environment: "local", baseUrl: "http://localhost" }));
  const cases = [
    { ...buildCase("GET /a", "200", { suite: "A" }), id: "A: GET /a > 200" },
    { ...buildCase("GET /b", "200", { suite: "B" }), id: "B: GET /b > 200" },
  ];
  const run = buildRun(cases, { suite: "A, B", suites: heads });
  const alerts = [
    { text: "failed = 0" },
    { text: "failed = 0", endpoint: "GET /b" },
    { text: "failed = 0", endpoint: "GET /c" },
  ];
  expect(judgedRun(run, { alerts }).alerts.map(({ suite, endpoint, state }) => [suite, endpoint, state])).toEqual([
    ["A", "GET /c", "failed"],
    ["A", undefined, "kept"],
    ["B", undefined, "kept"],
    ["B", "GET /b", "kept"],
  ]);
});
