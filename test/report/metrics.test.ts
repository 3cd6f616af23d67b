import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentage } from "../../src/report/common/words.ts";
import { columns } from "../../src/report/console/columns.ts";
import { metricsSection } from "../../src/report/console/metrics-section.ts";
import { buildPage } from "../../src/report/console/page.ts";
import { paint } from "../../src/report/console/paint.ts";
import { metricsOf } from "../../src/result/metrics/metrics-of.ts";
import type { Run } from "../../src/result/model.ts";
import type { SuiteResult } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { mixedRun } from "../result/metrics-runs.ts";
import { answered, buildCase, buildRun, refused } from "../result/run-builder.ts";
import { jsonOf } from "./draw.ts";

function suiteOf(run: Run): SuiteResult {
  const [suite] = resultOf(run).suites;
  if (suite === undefined) throw new Error("no suite");
  return suite;
}

function linesOf(run: Run, width = 80): ReadonlyArray<string> {
  return metricsSection(buildPage(suiteOf(run), { width })).map((line) => paint(line, false));
}

describe("the metrics on the console", () => {
  it("are three lines: successes, times, server errors", () => {
    expect(linesOf(mixedRun)).toEqual([
      " success  40 % 2xx, 80 % as expected, of 10 responses",
      " p50/p95  2xx 12/30  3xx 12/12  4xx 12/12  5xx 12/40 ms",
      " 5xx      20 % of the responses, 1 of 2 not expected",
    ]);
  });

  it("say nothing of server errors where there are none, and nothing at all of a run without responses", () => {
    expect(linesOf(buildRun([buildCase("GET /books", "200")]))).toEqual([
      " success  100 % 2xx, 100 % as expected, of 1 response",
      " p50/p95  2xx 12/12 ms",
    ]);
    expect(linesOf(buildRun([]))).toEqual([]);
    expect(linesOf(buildRun([buildCase("GET /books", "200", { attempts: [refused()] })]))).toEqual([]);
  });

  it("raise no alarm over server errors that were asked for", () => {
    const run = buildRun([buildCase("GET /health", "503")]);
    expect(linesOf(run).at(-1)).toBe(" 5xx      100 % of the responses, all as expected");
    const styles = metricsSection(buildPage(suiteOf(run), {})).flatMap((line) => line.map(({ style }) => style));
    expect(styles).not.toContain("red");
    const styled = metricsSection(buildPage(suiteOf(mixedRun), {})).at(-1) ?? [];
    expect(styled.map(({ style }) => style)).toContain("red");
  });

  it("are three lines of 80 columns at most, while no response takes 100 seconds", () => {
    const attempts = fc.array(fc.tuple(fc.integer({ min: 200, max: 599 }), fc.nat(99_999)), { maxLength: 30 });
    fc.assert(
      fc.property(attempts, (answers) => {
        const sent = answers.map(([code, timeMs]) => answered("GET /books", code, { timeMs }));
        const lines = linesOf(buildRun([buildCase("GET /books", "200", { attempts: sent })]));
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(columns(line), line).toBeLessThanOrEqual(80);
      }),
    );
  });
});

it.each([
  [0, "0 %"],
  [1, "100 %"],
  [2 / 3, "66.7 %"],
  [0.5, "50 %"],
  [1 / 100_000, "0.1 %"],
  [99_999 / 100_000, "99.9 %"],
])("%d is %s", (share, text) => {
  expect(percentage(share)).toBe(text);
});

it("the JSON report carries them", () => {
  expect(JSON.parse(jsonOf(mixedRun)).metrics).toEqual(metricsOf(mixedRun));
});
