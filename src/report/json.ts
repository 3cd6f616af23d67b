import type { Attempt } from "../result/model.ts";
import type { CaseResult, Result, SuiteResult } from "../result/result.ts";
import type { SuiteFinding } from "../result/suite/suite-findings.ts";
import { jsonPieces } from "./json-pieces.ts";

/** The result as one JSON object, with what is computed from the cases: outcomes, summary, findings, matrix, metrics. Keys keep their order. */
export function* renderJson(result: Result): Generator<string> {
  yield* jsonPieces({
    format: "newmanifest-result",
    version: 1,
    startedAt: result.startedAt,
    durationMs: result.durationMs,
    broken: result.broken,
    alerts: result.alerts,
    baseline: result.baseline,
    summary: result.summary,
    metrics: result.metrics,
    environments: result.environments,
    suites: result.suites.map(jsonSuite)[Symbol.iterator](),
  });
  yield "\n";
}

function jsonSuite(suite: SuiteResult) {
  return {
    suite: suite.suite,
    environment: suite.environment,
    baseUrl: suite.baseUrl,
    startedAt: suite.startedAt,
    durationMs: suite.durationMs,
    lanes: suite.lanes,
    shard: suite.shard && { index: suite.shard.index, of: suite.shard.of },
    broken: suite.broken,
    summary: suite.summary,
    findings: suite.findings.map(jsonFinding),
    history: suite.history && jsonHistory(suite.history),
    cases: jsonCases(suite),
    // There may be very many, and V8 holds no text of half a gigabyte.
    matrix: suite.matrix[Symbol.iterator](),
    metrics: suite.metrics,
    endpoints: suite.endpoints[Symbol.iterator](),
  };
}

function* jsonCases(suite: SuiteResult) {
  for (const one of suite.cases) yield jsonCase(one);
}

function jsonHistory({ runs, changes, flaky, decline }: NonNullable<SuiteResult["history"]>) {
  return { runs, changes: Object.fromEntries(changes), flaky, decline };
}

function jsonFinding({ rule, level, message, cases, known }: SuiteFinding) {
  return { rule, level, message, cases, known };
}

function jsonCase(one: CaseResult) {
  const { file, line, column } = one.manifest;
  return {
    id: one.id,
    title: one.title,
    group: one.group,
    endpoint: one.endpoint,
    method: one.method,
    path: one.path,
    expected: one.expected,
    origin: one.origin,
    edge: one.edge,
    outcome: one.outcome,
    /** The case without whose success this one proves nothing. */
    because: one.because,
    change: one.change,
    known: one.known,
    unproven: one.unproven,
    skipped: one.skipped,
    manifest: { file, line, column },
    why: one.why,
    source: one.source,
    needs: one.needs,
    attempts: one.attempts.map(jsonAttempt),
  };
}

function jsonAttempt({ status, durationMs, request, response, error, checks }: Attempt) {
  return {
    status,
    durationMs,
    request: request && {
      method: request.method,
      url: request.url,
      headers: request.headers.map(({ name, value }) => ({ name, value })),
      body: request.body,
    },
    response: response && {
      status: response.status,
      headers: response.headers.map(({ name, value }) => ({ name, value })),
      timeMs: response.timeMs,
      sizeBytes: response.sizeBytes,
      body: response.body,
    },
    error: error && { code: error.code, message: error.message, rule: error.rule },
    checks: checks.map(({ id, rule, title, level, passed, message }) => ({ id, rule, title, level, passed, message })),
  };
}
