import { blames } from "../result/blame.ts";
import { matrix } from "../result/matrix.ts";
import { metricsOf } from "../result/metrics/metrics-of.ts";
import type { Attempt, CaseRun, Outcome, Run } from "../result/model.ts";
import { outcomes } from "../result/outcome.ts";
import { type SuiteFinding, suiteFindings } from "../result/suite/suite-findings.ts";
import { summarize } from "../result/summary.ts";
import type { Reporter } from "./reporter.ts";

/** The run as one JSON object, with what is computed from it: outcomes, summary, findings, matrix, metrics. Keys keep their order. */
export const renderJson: Reporter = (run) => {
  const became = outcomes(run.cases);
  const blamed = blames(run.cases);
  const cases = run.cases.map((each) => {
    const outcome = became.get(each.id) ?? "errored";
    return jsonCase(each, outcome, outcome === "inconclusive" ? blamed.get(each.id) : undefined);
  });
  const findings = suiteFindings(run).map(jsonFinding);
  const report = {
    ...jsonHead(run),
    summary: summarize(run),
    findings,
    cases,
    matrix: matrix(run),
    metrics: metricsOf(run),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};

/** JSON.stringify leaves out what is undefined, so an absent field is absent in the report. */
function jsonHead(run: Run) {
  return {
    format: run.format,
    version: run.version,
    suite: run.suite,
    environment: run.environment,
    baseUrl: run.baseUrl,
    startedAt: run.startedAt,
    durationMs: run.durationMs,
    lanes: run.lanes,
    shard: run.shard && { index: run.shard.index, of: run.shard.of },
    broken: run.broken,
  };
}

function jsonFinding({ rule, level, message, cases }: SuiteFinding) {
  return { rule, level, message, cases };
}

function jsonCase(one: CaseRun, outcome: Outcome, blamed: string | undefined) {
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
    outcome,
    /** The case without whose success this one proves nothing. */
    because: blamed,
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
