import type { Attempt, CaseRun, CheckRun, Run } from "../../src/result/model.ts";

/** A run of one lane against a local server, with the cases in plan order. */
export function buildRun(cases: ReadonlyArray<CaseRun>, changes: Partial<Run> = {}): Run {
  return {
    format: "newmanifest-run",
    version: 1,
    suite: "Bookstore",
    environment: "local",
    baseUrl: "http://localhost:4010",
    startedAt: "2025-11-22T10:00:00.000Z",
    durationMs: 3100,
    lanes: 8,
    cases,
    ...changes,
  };
}

export interface CaseChanges extends Partial<Omit<CaseRun, "id" | "expected" | "attempts">> {
  /** What follows the code in the title: `when it exists already`. */
  readonly about?: string;
  /** What each attempt answered; a number is a response with this code, judged by `expected`. Default: as expected. */
  readonly attempts?: ReadonlyArray<number | Attempt>;
}

/** `buildCase("POST /books", "409")`: by default declared, sent once, and answered as expected. */
export function buildCase(endpoint: string, expected: string, changes: CaseChanges = {}): CaseRun {
  const { about, attempts, ...rest } = changes;
  const [method = "", path = ""] = endpoint.split(" ");
  const title = `${endpoint} -> ${expected}${about ? ` ${about}` : ""}`;
  const isSent = rest.unproven === undefined && rest.skipped === undefined;
  const answers = attempts ?? (isSent ? [firstCode(expected)] : []);
  return {
    id: title.replace(" ->", " >"),
    title,
    group: "books",
    endpoint,
    method,
    path,
    expected: [expected],
    origin: "declared",
    manifest: { file: "api.yaml", line: 14, column: 13, length: 3 },
    why: "the manifest says so",
    source: "RFC 9110, 15",
    needs: [],
    attempts: answers.map((each) => (typeof each === "number" ? answered(endpoint, each, { expected }) : each)),
    ...rest,
  };
}

export interface AnswerChanges {
  /** The pattern that the response is judged by; default: its own code. */
  readonly expected?: string;
  readonly timeMs?: number;
  readonly body?: string;
  readonly requestBody?: string;
  /** Beside the check of the status. */
  readonly checks?: ReadonlyArray<CheckRun>;
}

/** An attempt that was answered; it has the check of the status. */
export function answered(endpoint: string, code: number, changes: AnswerChanges = {}): Attempt {
  const { expected = String(code), timeMs = 12, body, requestBody, checks = [] } = changes;
  const [method = "", path = ""] = endpoint.split(" ");
  const isExpected = fits(code, expected);
  const all = [check("status-expected", isExpected, { title: `status is ${expected}` }), ...checks];
  const hasFailed = all.some((each) => !each.passed && each.level === "error");
  return {
    status: hasFailed ? "failed" : "passed",
    durationMs: timeMs + 1,
    request: {
      method,
      url: `http://localhost:4010${path}`,
      headers: [{ name: "Authorization", value: "Bearer ***" }],
      ...(requestBody === undefined ? {} : { body: requestBody }),
    },
    response: {
      status: code,
      headers: [{ name: "Content-Type", value: "application/json" }],
      timeMs,
      sizeBytes: 20,
      ...(body === undefined ? {} : { body }),
    },
    checks: all,
  };
}

/** An attempt that broke before an answer came. */
export function refused(
  error = { code: "ECONNREFUSED", message: "connect ECONNREFUSED 127.0.0.1:4010" },
  endpoint = "GET /books",
): Attempt {
  const [method = "", path = ""] = endpoint.split(" ");
  return {
    status: "errored",
    durationMs: 2,
    request: { method, url: `http://localhost:4010${path}`, headers: [] },
    error,
    checks: [check("wire-response-received", false, { title: "an HTTP response arrived" })],
  };
}

/** A check of a rule; its id is the rule's. */
export function check(rule: string, passed: boolean, changes: Partial<CheckRun> = {}): CheckRun {
  return { id: rule, rule, title: rule, level: "error", passed, ...changes };
}

function firstCode(expected: string): number {
  const [first = ""] = expected.split("|");
  return Number(first.replace("xx", "00"));
}

function fits(code: number, expected: string): boolean {
  const text = String(code);
  return expected.split("|").some((pattern) => pattern === text || pattern === `${text[0]}xx`);
}
