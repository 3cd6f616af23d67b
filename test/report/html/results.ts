import { renderHtml } from "../../../src/report/html/render-html.ts";
import type { ReportOptions } from "../../../src/report/reporter.ts";
import type { History } from "../../../src/result/history/model.ts";
import type { Attempt, CaseRun, Run } from "../../../src/result/model.ts";
import type { Result, SuiteResult } from "../../../src/result/result.ts";
import { resultOf } from "../../../src/result/result-of.ts";
import { answered, buildCase, buildRun, check } from "../../result/run-builder.ts";
import { bookstoreRun, bookstoreSource } from "../bookstore-run.ts";

/** The report of a result, as text. */
export function htmlOf(result: Result, options: ReportOptions = {}): string {
  return [...renderHtml(result, options)].join("");
}

/** Two suites, one with all outcomes, with alerts, a baseline and earlier runs: all that a page can show. */
export function fullResult(): Result {
  const shop = { suite: "Shop", environment: "local", baseUrl: "http://localhost:4020" };
  const ofShop = [buildCase("GET /orders", "200"), shapeCase, flakyCase].map((one) => ({ ...one, suite: "Shop" }));
  const { suite, environment, baseUrl } = bookstoreRun;
  const suites = [{ suite, environment, baseUrl }, shop];
  const both = resultOf({ ...bookstoreRun, suites, cases: [...bookstoreRun.cases, ...ofShop] });
  return {
    ...both,
    suites: both.suites.map(withHistory),
    alerts: [
      {
        text: "p95 < 800ms",
        suite: "Bookstore",
        environment: "staging",
        state: "failed",
        actual: "812 ms",
        message: "p95 is 812 ms, and must be < 800ms",
      },
      { text: "5xx < 1%", suite: "Shop", environment: "local", state: "kept", actual: "0 %", message: "5xx is 0 %" },
    ],
    baseline: {
      file: "known.json",
      known: 1,
      gone: [{ case: "GET /books > 401", rule: "401-www-authenticate", reason: "the gateway", expires: "2027-01-31" }],
      expired: [{ case: "POST /books > 422", rule: "status-expected", reason: "next release", expires: "2025-01-31" }],
    },
  };
}

const shapeCase = buildCase("GET /orders/{id}", "200", {
  attempts: [
    answered("GET /orders/{id}", 200, {
      body: '{"total":12345678901234567890,"items":[]}',
      checks: [
        check("manifest-body", false, {
          title: "the body is like the example",
          message: "differences: $.id is missing; $.total is a number, not a string",
        }),
        check("mine", false, { message: "expected 'open order' to equal 'closed order'" }),
      ],
    }),
  ],
});

const flakyCase = buildCase("GET /orders", "200", { about: "again", attempts: [503, 200] });

function withHistory(suite: SuiteResult, index: number): SuiteResult {
  const values = { successRate: 0.4, asExpected: 0.9, "4xx": 0.5, "5xx": 0, "429": 0, p50: 10, p95: 40 };
  const runs = [1, 2, 3].map((day) => ({ startedAt: `2025-11-1${day}T10:00:00.000Z`, summary: suite.summary, values }));
  const [first, second] = suite.outline.filter(({ outcome }) => outcome === "failed");
  const changes = new Map<string, "new" | "still failing" | "fixed">();
  if (first) changes.set(first.id, "new");
  if (second) changes.set(second.id, "still failing");
  const history: History = {
    runs,
    changes,
    flaky: [{ id: "GET /books > 200", title: "GET /books -> 200", count: 2, of: 4 }],
  };
  const cases = suite.outline.map((one) => ({
    ...one,
    ...(changes.has(one.id) && { change: changes.get(one.id) ?? "new" }),
  }));
  return index > 0 ? suite : { ...suite, history, outline: cases };
}

export const sources = [bookstoreSource];

/** Everything that has ever broken a page, in one text. */
export const hostile =
  "<script>alert(1)</script><img src=x onerror=alert(2)>\"]]>'</script><!--<script>\u2028\u2029\u202Eevil\u0000{{html x}}";

/** A run whose every text is hostile. */
export function hostileRun(text: string = hostile): Run {
  const attempt: Attempt = {
    status: "failed",
    durationMs: 3,
    request: { method: "GET", url: `http://localhost/${text}`, headers: [{ name: text, value: text }], body: text },
    response: { status: 500, headers: [{ name: text, value: text }], timeMs: 2, sizeBytes: 9, body: text },
    checks: [
      {
        id: text,
        rule: text,
        title: text,
        level: "error",
        passed: false,
        message: `expected '${text}' to equal '${text}!'`,
      },
      { id: `${text}2`, title: text, level: "warning", passed: false, message: text },
      { id: `${text}3`, title: text, level: "error", passed: true },
    ],
  };
  const one = (id: string, changes: Partial<CaseRun>): CaseRun => ({
    ...buildCase(`GET /${text}`, "200"),
    id: `${id} ${text}`,
    title: `${id} ${text}`,
    group: text,
    why: text,
    source: text,
    edge: text,
    manifest: { file: text, line: 1, column: 2, length: 3 },
    ...changes,
  });
  const failed = one("failed", { attempts: [attempt] });
  const errored = one("errored", {
    attempts: [{ status: "errored", durationMs: 1, error: { code: text, message: text }, checks: [] }],
  });
  const cases = [
    failed,
    errored,
    one("unproven", { unproven: text, attempts: [] }),
    one("skipped", { skipped: text, attempts: [] }),
    one("resting", { needs: [failed.id] }),
  ];
  return buildRun(cases, { suite: text, environment: text, baseUrl: text, broken: text });
}

/** So many cases, a few of them red. */
export function largeRun(count: number): Run {
  const cases = Array.from({ length: count }, (_, index) => {
    const endpoint = `GET /things/${index % 200}/parts`;
    return buildCase(endpoint, "200", {
      about: `no. ${index}`,
      attempts: [index % 100 === 7 ? answered(endpoint, 500, { expected: "200", body: '{"error":"oops"}' }) : 200],
    });
  });
  return buildRun(cases);
}
