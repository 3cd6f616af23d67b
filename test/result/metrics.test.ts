import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { metrics } from "../../src/http/metrics.ts";
import { metricsOf } from "../../src/result/metrics/metrics-of.ts";
import { answersIn, late, mixedRun, withHeaders } from "./metrics-runs.ts";
import { anyRun } from "./run-arbitrary.ts";
import { answered, buildCase, buildRun, check, refused } from "./run-builder.ts";

const of = (count: number, whole: number) => ({ count, of: whole, share: count / whole });
const none = { all: null, unexpected: null };
const nothing = {
  "met-success-rate": null,
  "met-success-rate-adjusted": null,
  "met-class-distribution": null,
  "met-error-distribution": null,
  "met-400-share": none,
  "met-500-rate": none,
  "met-5xx-rate": none,
  "met-4xx-rate": none,
  "met-availability": null,
  "met-latency-by-status": null,
  "met-latency-status-correlation": null,
  "met-504-delay": null,
  "met-timeouts": null,
  "met-429-rate": { ...none, endpoints: [], retryAfter: null, recovered: null },
  "met-429-headroom": null,
  "met-assertion-pass-rate": { assertions: null, warnings: 0, rules: [] },
  "met-rule-violations": [],
  "met-coverage-status": { observed: null, missing: [] },
  "met-coverage-edge-cases": { executed: null, edges: [], open: [] },
  "met-undocumented": [],
  "met-leaks": null,
};

/** A run of one case. */
function runOf(...changes: Parameters<typeof buildCase>) {
  return metricsOf(buildRun([buildCase(...changes)]));
}

test("each metric of the table is measured, and no other", () => {
  expect(Object.keys(metricsOf(buildRun([])))).toEqual(Object.keys(metrics));
});

test("an empty run has nothing to measure", () => {
  expect(metricsOf(buildRun([]))).toEqual(nothing);
});

test("a run of nothing but errors has requests, and no responses", () => {
  expect(runOf("GET /books", "200", { attempts: [refused(), late] })).toEqual({
    ...nothing,
    "met-class-distribution": [{ class: "no-response", ...of(2, 2) }],
    "met-timeouts": of(1, 2),
    "met-coverage-status": { observed: of(0, 1), missing: [{ endpoint: "GET /books", code: "200" }] },
  });
});

test("what broke before it was sent is no request", () => {
  const unsent = { status: "errored", durationMs: 0, checks: [] } as const;
  expect(runOf("GET /books", "200", { attempts: [unsent] })["met-class-distribution"]).toBeNull();
});

test("one response", () => {
  const time = { count: 1, min: 12, mean: 12, p50: 12, p90: 12, p95: 12, p99: 12, max: 12, isLowSample: true };
  const rate = { all: of(0, 1), unexpected: of(0, 1) };
  expect(runOf("GET /books", "200")).toEqual({
    ...nothing,
    "met-success-rate": of(1, 1),
    "met-success-rate-adjusted": of(1, 1),
    "met-class-distribution": [{ class: "2xx", ...of(1, 1) }],
    "met-500-rate": rate,
    "met-5xx-rate": rate,
    "met-4xx-rate": rate,
    "met-latency-by-status": { all: time, classes: [{ class: "2xx", ...time }], codes: [{ code: 200, ...time }] },
    "met-timeouts": of(0, 1),
    "met-429-rate": { ...rate, endpoints: [], retryAfter: null, recovered: null },
    "met-assertion-pass-rate": {
      assertions: of(1, 1),
      warnings: 0,
      rules: [{ rule: "status-expected", ...of(1, 1) }],
    },
    "met-coverage-status": { observed: of(1, 1), missing: [] },
    "met-leaks": { count: 0, rules: [] },
  });
});

test("what a redirect leads to is as expected where the case looks at nothing else", () => {
  const target = { ...answered("GET /latest", 200), checks: [check("303-followup-get", true)] };
  const judged = (attempt: typeof target) =>
    metricsOf(buildRun([buildCase("GET /latest", "303", { attempts: [attempt] })]))["met-success-rate-adjusted"];
  expect(judged(target)).toEqual(of(1, 1));
  expect(judged({ ...target, status: "failed" })).toEqual(of(0, 1));
  expect(judged({ ...target, checks: [check("status-expected", false, { level: "warning" })] })).toEqual(of(0, 1));
});

describe("a run with something of everything", () => {
  const found = metricsOf(mixedRun);

  it("counts the responses of every attempt", () => {
    expect(found["met-success-rate"]).toEqual(of(4, 10));
    expect(found["met-success-rate-adjusted"]).toEqual(of(8, 10));
    expect(found["met-class-distribution"]).toEqual([
      { class: "2xx", ...of(4, 12) },
      { class: "3xx", ...of(1, 12) },
      { class: "4xx", ...of(3, 12) },
      { class: "5xx", ...of(2, 12) },
      { class: "no-response", ...of(2, 12) },
    ]);
    expect(found["met-timeouts"]).toEqual(of(1, 12));
  });

  it("tells errors that were asked for from those that were not", () => {
    expect(found["met-5xx-rate"]).toEqual({ all: of(2, 10), unexpected: of(1, 10) });
    expect(found["met-4xx-rate"]).toEqual({ all: of(3, 10), unexpected: of(0, 10) });
    expect(found["met-500-rate"]).toEqual({ all: of(0, 10), unexpected: of(0, 10) });
    expect(found["met-400-share"]).toEqual({ all: of(1, 5), unexpected: of(0, 1) });
  });

  it("lists the errors, the commonest first", () => {
    expect(found["met-error-distribution"]).toEqual({
      codes: [
        { code: 503, ...of(2, 5) },
        { code: 401, ...of(1, 5) },
        { code: 410, ...of(1, 5) },
        { code: 422, ...of(1, 5) },
      ],
      endpoints: [
        { endpoint: "GET /books", code: 401, ...of(1, 5) },
        { endpoint: "POST /books", code: 410, ...of(1, 5) },
        { endpoint: "POST /books", code: 422, ...of(1, 5) },
        { endpoint: "GET /books", code: 503, ...of(1, 5) },
        { endpoint: "GET /health", code: 503, ...of(1, 5) },
      ],
    });
  });

  it("has a health endpoint that was down once, provoked failures aside", () => {
    expect(found["met-availability"]).toEqual(of(1, 2));
  });

  it("counts the checks of all attempts but the errored ones", () => {
    expect(found["met-assertion-pass-rate"]).toEqual({
      assertions: of(9, 12),
      warnings: 1,
      rules: [
        { rule: "mine", ...of(1, 1) },
        { rule: "status-expected", ...of(8, 10) },
      ],
    });
    expect(found["met-rule-violations"]).toEqual([
      { rule: "status-expected", level: "error", endpoint: "GET /books", count: 1 },
      { rule: "4xx-body-explains", level: "warning", endpoint: "GET /books", count: 1 },
      { rule: "leak-node-frame", level: "error", endpoint: "POST /books", count: 1 },
      { rule: "status-expected", level: "error", endpoint: "POST /books", count: 1 },
    ]);
    expect(found["met-leaks"]).toEqual({ count: 1, rules: [{ rule: "leak-node-frame", count: 1 }] });
  });

  it("says which declared codes never came, and which came undeclared", () => {
    expect(found["met-coverage-status"]).toEqual({
      observed: of(7, 11),
      missing: [
        { endpoint: "POST /books", code: "409" },
        { endpoint: "GET /late", code: "200" },
        { endpoint: "GET /late", code: "418" },
        { endpoint: "GET /late", code: "404" },
      ],
    });
    expect(found["met-undocumented"]).toEqual([
      { endpoint: "GET /books", code: 503, count: 1, unexpected: 1 },
      { endpoint: "POST /books", code: 410, count: 1, unexpected: 0 },
    ]);
  });

  it("says which edge cases ran", () => {
    expect(found["met-coverage-edge-cases"]).toEqual({
      executed: of(3, 5),
      edges: [
        { edge: "ec-auth-missing", ...of(1, 2) },
        { edge: "ec-json-malformed", ...of(1, 1) },
        { edge: "ec-method-unsupported", ...of(1, 1) },
        { edge: "ec-id-unknown", ...of(0, 1) },
      ],
      open: [
        { case: "GET /late > 200", edge: "ec-auth-missing", outcome: "errored" },
        { case: "GET /late > 404", edge: "ec-id-unknown", outcome: "skipped" },
      ],
    });
  });
});

describe("response times", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1).toReversed();

  it("have percentiles by nearest rank", () => {
    const found = runOf("GET /books", "200", { attempts: answersIn("GET /books", 200, hundred) });
    expect(found["met-latency-by-status"]?.classes).toEqual([
      {
        class: "2xx",
        count: 100,
        min: 1,
        mean: 50.5,
        p50: 50,
        p90: 90,
        p95: 95,
        p99: 99,
        max: 100,
        isLowSample: false,
      },
    ]);
  });

  it.each([
    [19, true],
    [20, false],
  ])("of %i responses are a low sample: %j", (count, isLow) => {
    const attempts = answersIn("GET /books", 200, hundred.slice(0, count));
    expect(runOf("GET /books", "200", { attempts })["met-latency-by-status"]?.codes[0]?.isLowSample).toBe(isLow);
  });

  it("correlate with a code that takes three times as long, from five responses on", () => {
    const successes = answersIn("GET /books", 200, [10, 10, 10, 20, 90]);
    const slow = answersIn("GET /books", 409, [30, 30, 30, 30, 1]);
    const few = answersIn("GET /books", 404, [500, 500, 500, 500]);
    const found = (attempts: typeof slow) => runOf("GET /books", "200", { attempts })["met-latency-status-correlation"];
    expect(found([...slow, ...few, ...successes])).toEqual([
      { code: 200, count: 5, times: 1, isSlow: false },
      { code: 409, count: 5, times: 3, isSlow: true },
    ]);
    expect(found([...slow, ...successes.slice(1)])).toBeNull();
    expect(found([...slow, ...answersIn("GET /books", 200, [0, 0, 0, 0, 0])])).toBeNull();
  });

  it.each([
    [504, 29_600, true, 30_000],
    [504, 29_400, true, 29_000],
    [503, 5000, true, 5000],
    [502, 4749, false, null],
    [502, 1050, false, 1000],
    [504, 7000, true, null],
  ])("of a %i after %i ms: long %j, timeout %j", (code, timeMs, isLong, timeoutMs) => {
    expect(runOf("GET /books", "200", { attempts: answersIn("GET /books", code, [timeMs]) })["met-504-delay"]).toEqual([
      { code, count: 1, p50: timeMs, p95: timeMs, isLong, timeoutMs },
    ]);
  });
});

describe("rate limits", () => {
  it("are hit where 429 came", () => {
    const calm = buildCase("GET /health", "200");
    const busy = buildCase("GET /books", "429", { attempts: [429, 200, 429] });
    const rate = metricsOf(buildRun([calm, busy]))["met-429-rate"];
    expect(rate).toEqual({
      all: of(2, 4),
      unexpected: of(0, 4),
      endpoints: [{ endpoint: "GET /books", ...of(2, 3) }],
      retryAfter: of(0, 2),
      recovered: of(1, 2),
    });
  });

  it("say when to come again, or do not", () => {
    const polite = withHeaders(answered("GET /books", 429), { "retry-after": "1" });
    const rate = runOf("GET /books", "429", { attempts: [polite, polite, answered("GET /books", 429)] })[
      "met-429-rate"
    ];
    expect(rate).toMatchObject({ retryAfter: of(2, 3), recovered: of(0, 3) });
  });

  it("leave as much room as the headers say", () => {
    const told = [
      { "X-RateLimit-Remaining": "90", "x-ratelimit-limit": "100" },
      { "RateLimit-Remaining": "5", "RateLimit-Limit": "10, 10;w=60" },
      { "X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Limit": "10" },
      // None of these says it.
      { "X-RateLimit-Remaining": "5" },
      { "X-RateLimit-Remaining": "0", "X-RateLimit-Limit": "0" },
      { "X-RateLimit-Remaining": "-1", "X-RateLimit-Limit": "10" },
      { "X-RateLimit-Remaining": "many", "X-RateLimit-Limit": "10" },
      { "X-RateLimit-Remaining": "", "X-RateLimit-Limit": "" },
    ];
    const attempts = told.map((headers) => withHeaders(answered("GET /books", 200), headers));
    expect(runOf("GET /books", "200", { attempts })["met-429-headroom"]).toEqual({ count: 3, min: 0, p10: 0 });
    expect(runOf("GET /books", "200", { attempts: attempts.slice(0, 2) })["met-429-headroom"]).toEqual({
      count: 2,
      min: 0.5,
      p10: 0.5,
    });
  });
});

test("a rule that reports only failures has no rate", () => {
  const attempts = [answered("GET /books", 200, { checks: [check("retry-after-grammar", false)] })];
  const found = runOf("GET /books", "200", { attempts })["met-assertion-pass-rate"];
  expect(found.rules.map(({ rule }) => rule)).toEqual(["status-expected"]);
  expect(found.assertions).toEqual(of(1, 2));
});

test("an answer to another method is none of the endpoint", () => {
  const attempts = [answered("TRACE /books", 405, { expected: "200" })];
  const found = runOf("GET /books", "405", { attempts });
  expect(found["met-coverage-status"].observed).toEqual(of(0, 1));
  expect(found["met-undocumented"]).toEqual([]);
});

test("a blocked edge case has proven nothing", () => {
  const control = buildCase("GET /books", "200", { attempts: [500] });
  const blocked = buildCase("GET /books", "401", { edge: "ec-auth-missing", needs: [control.id] });
  expect(metricsOf(buildRun([control, blocked]))["met-coverage-edge-cases"]).toEqual({
    executed: of(0, 1),
    edges: [{ edge: "ec-auth-missing", ...of(0, 1) }],
    open: [{ case: blocked.id, edge: "ec-auth-missing", outcome: "inconclusive" }],
  });
});

describe("whatever the run", () => {
  const sum = (rows: ReadonlyArray<{ readonly share: number }>) => rows.reduce((total, { share }) => total + share, 0);

  it("the shares of a whole add up to 1", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const found = metricsOf(run);
        const classes = found["met-class-distribution"];
        const errors = found["met-error-distribution"];
        if (classes !== null) expect(sum(classes)).toBeCloseTo(1, 9);
        if (errors !== null) expect([sum(errors.codes), sum(errors.endpoints)]).toEqual([near(1), near(1)]);
      }),
    );
  });

  it("no figure is missing, negative or more than its whole", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const found = metricsOf(run);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        for (const { count, of: whole, share } of sharesIn(found)) {
          expect(share).toBe(count / whole);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

const near = (value: number) => expect.closeTo(value, 9);

interface AnyShare {
  readonly count: number;
  readonly of: number;
  readonly share: number;
}

function sharesIn(value: unknown): ReadonlyArray<AnyShare> {
  if (typeof value !== "object" || value === null) return [];
  return [...(isShare(value) ? [value] : []), ...Object.values(value).flatMap(sharesIn)];
}

function isShare(value: object): value is AnyShare {
  return "share" in value && "count" in value && "of" in value;
}
