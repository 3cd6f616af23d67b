import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderOpenMetrics } from "../../src/report/openmetrics/render-openmetrics.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { anyRun } from "../result/run-arbitrary.ts";
import { bookstoreRun } from "./bookstore-run.ts";
import { emptyResult, hostile, readOnce, richResult } from "./rich-result.ts";

const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;
const metricsOf = (result: Result) => [...renderOpenMetrics(result)].join("");

/** What `promtool check metrics` has against it: mistakes of the format, and of names. */
function problems(text: string): string {
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], { input: text, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}`;
}

/** A line for a sample, or for what is said of a metric. */
const sample = /^[a-z_]+(\{([a-z]+="([^"\\\n]|\\[\\"n])*",?)*\})? -?\d+(\.\d+)?(e[+-]?\d+)?$/;
const comment = /^# (TYPE [a-z_]+ (gauge|summary)|UNIT [a-z_]+ [a-z]+|HELP [a-z_]+ [^\n]+|EOF)$/;

function checkLines(text: string): void {
  const lines = text.split("\n");
  expect(lines.slice(-2)).toEqual(["# EOF", ""]);
  expect(lines.slice(0, -1).filter((line) => !sample.test(line) && !comment.test(line))).toEqual([]);
  const series = lines.filter((line) => sample.test(line)).map((line) => line.slice(0, line.lastIndexOf(" ")));
  expect(new Set(series).size).toBe(series.length);
}

test("the metrics of a small run", () => {
  const { suites, ...rest } = resultOf(bookstoreRun);
  const text = metricsOf({ ...rest, suites });
  checkLines(text);
  expect(
    text
      .split("\n")
      .filter((line) => !line.includes("response") && !line.startsWith("# HELP"))
      .join("\n"),
  ).toMatchInlineSnapshot(`
      "# TYPE newmanifest_cases gauge
      newmanifest_cases{suite="Bookstore",environment="staging",outcome="passed"} 5
      newmanifest_cases{suite="Bookstore",environment="staging",outcome="failed"} 2
      newmanifest_cases{suite="Bookstore",environment="staging",outcome="flaky"} 1
      newmanifest_cases{suite="Bookstore",environment="staging",outcome="errored"} 1
      newmanifest_cases{suite="Bookstore",environment="staging",outcome="inconclusive"} 2
      newmanifest_cases{suite="Bookstore",environment="staging",outcome="skipped"} 1
      newmanifest_cases{suite="Bookstore",environment="staging",outcome="unproven"} 1
      # TYPE newmanifest_known_deviations gauge
      newmanifest_known_deviations{suite="Bookstore",environment="staging"} 0
      # TYPE newmanifest_checks gauge
      newmanifest_checks{suite="Bookstore",environment="staging",result="passed"} 8
      newmanifest_checks{suite="Bookstore",environment="staging",result="failed"} 4
      newmanifest_checks{suite="Bookstore",environment="staging",result="warned"} 2
      # TYPE newmanifest_requests gauge
      newmanifest_requests{suite="Bookstore",environment="staging"} 12
      # TYPE newmanifest_success_ratio gauge
      # UNIT newmanifest_success_ratio ratio
      newmanifest_success_ratio{suite="Bookstore",environment="staging"} 0.36363636363636365
      # TYPE newmanifest_expected_ratio gauge
      # UNIT newmanifest_expected_ratio ratio
      newmanifest_expected_ratio{suite="Bookstore",environment="staging"} 0.7272727272727273
      # TYPE newmanifest_server_error_ratio gauge
      # UNIT newmanifest_server_error_ratio ratio
      newmanifest_server_error_ratio{suite="Bookstore",environment="staging"} 0.09090909090909091
      # TYPE newmanifest_rate_limited_ratio gauge
      # UNIT newmanifest_rate_limited_ratio ratio
      newmanifest_rate_limited_ratio{suite="Bookstore",environment="staging"} 0
      # TYPE newmanifest_broken gauge
      newmanifest_broken 0
      # TYPE newmanifest_duration_seconds gauge
      # UNIT newmanifest_duration_seconds seconds
      newmanifest_duration_seconds{suite="Bookstore",environment="staging"} 3.1
      # TYPE newmanifest_start_time_seconds gauge
      # UNIT newmanifest_start_time_seconds seconds
      newmanifest_start_time_seconds{suite="Bookstore",environment="staging"} 1763805600
      # EOF
      "
    `);
  expect(
    text
      .split("\n")
      .filter((line) => line.startsWith("newmanifest_responses{"))
      .join("\n"),
  ).toMatchInlineSnapshot(`
      "newmanifest_responses{suite="Bookstore",environment="staging",endpoint="GET /health",code="200",expected="true"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="GET /books",code="503",expected="false"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="GET /books",code="200",expected="true"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="GET /books",code="401",expected="true"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="GET /books",code="404",expected="true"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="POST /books",code="201",expected="true"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="POST /books",code="400",expected="true"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="POST /books",code="401",expected="true"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="POST /books",code="201",expected="false"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="GET /books/{id}",code="404",expected="false"} 1
      newmanifest_responses{suite="Bookstore",environment="staging",endpoint="GET /books/{id}",code="304",expected="true"} 1"
    `);
  expect(
    text
      .split("\n")
      .filter((line) => /response_time.*GET \/books",code="200"/.test(line))
      .join("\n"),
  ).toMatchInlineSnapshot(`
      "newmanifest_response_time_seconds{suite="Bookstore",environment="staging",endpoint="GET /books",code="200",quantile="0.5"} 0.812
      newmanifest_response_time_seconds{suite="Bookstore",environment="staging",endpoint="GET /books",code="200",quantile="0.9"} 0.812
      newmanifest_response_time_seconds{suite="Bookstore",environment="staging",endpoint="GET /books",code="200",quantile="0.95"} 0.812
      newmanifest_response_time_seconds{suite="Bookstore",environment="staging",endpoint="GET /books",code="200",quantile="0.99"} 0.812
      newmanifest_response_time_seconds_sum{suite="Bookstore",environment="staging",endpoint="GET /books",code="200"} 0.812
      newmanifest_response_time_seconds_count{suite="Bookstore",environment="staging",endpoint="GET /books",code="200"} 1"
    `);
});

test("hostile names stay in their labels", () => {
  const text = metricsOf(richResult);
  checkLines(text);
  expect(text).toContain(`endpoint="${hostile[10]?.replaceAll("\n", "\\n")}"`);
  expect(text).toContain(
    'newmanifest_alert_state{suite="Bookstore",environment="staging",endpoint="",alert="p95 < 800ms",state="failed"} 1\n',
  );
});

test("suites of one name are added, so that no series is there twice", () => {
  const result = resultOf(bookstoreRun);
  const text = metricsOf({ ...result, suites: [...result.suites, ...result.suites] });
  checkLines(text);
  expect(text).toContain('newmanifest_requests{suite="Bookstore",environment="staging"} 24\n');
});

test.runIf(hasPromtool)("Prometheus takes it and has nothing against the names (needs promtool)", () => {
  expect(problems("a b c\n")).not.toBe("");
  expect(problems("# TYPE a_total gauge\na_total 1\n")).not.toBe("");
  expect(problems(metricsOf(richResult))).toBe("");
  expect(problems(metricsOf(emptyResult))).toBe("");
  for (const run of fc.sample(anyRun, 10)) expect(problems(metricsOf(resultOf(run)))).toBe("");
});

test("any run is lines of the format", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const result = readOnce(resultOf(run));
      const text = metricsOf(result);
      checkLines(text);
      const came = [...text.matchAll(/^newmanifest_responses\{[^\n]*expected="(true|false)"\} (\d+)$/gm)];
      const sum = (rows: typeof came) => rows.reduce((total, [, , count]) => total + Number(count), 0);
      const share = result.metrics["met-success-rate-adjusted"];
      expect(sum(came)).toBe(share?.of ?? 0);
      expect(sum(came.filter(([, isExpected]) => isExpected === "true"))).toBe(share?.count ?? 0);
    }),
    { numRuns: 50 },
  );
});
