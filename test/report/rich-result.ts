import type { Run } from "../../src/result/model.ts";
import type { CaseResult, Result, SuiteResult } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { answered, buildCase, buildRun, check, refused } from "../result/run-builder.ts";
import { bookstoreRun } from "./bookstore-run.ts";

/** What responses, manifests and names may hold to break a format. */
export const hostile = [
  "<script>alert(1)</script>",
  '"]]>&amp;<!--',
  "a\u2028b\u2029c",
  "\u202egnp.exe\u200f",
  "nul\u0000bell\u0007",
  "half \ud800 a pair \udc00",
  "| pipe | `tick` ``` fence ```` ~~~",
  "line\r\nbreak\ttab",
  "100%0A::error::%25",
  "@octocat #123 GH-1 https://example.com/ www.example.com",
  "# EOF\n# TYPE x gauge",
  "</details></code>",
  "\ufffe\uffff 日本語 👩‍👩‍👧",
  "\\\"{}='$",
  " ",
].map((text, index) => `${index} ${text}`);

/** A case with the text at every place that somebody else may fill. */
function hostileCase(text: string, index: number) {
  const failed = check(text, false, { title: text, message: text });
  const attempt = {
    ...answered("POST /x", 500, { expected: "201", body: text, requestBody: text, checks: [failed] }),
    request: { method: "POST", url: `http://x/${text}`, headers: [{ name: text, value: text }], body: text },
  };
  const error = { ...refused({ code: text, message: text }), request: attempt.request };
  const one = buildCase("POST /x", "201", {
    title: text,
    endpoint: text,
    group: text,
    path: text,
    why: text,
    source: text,
    manifest: { file: text, line: 3, column: 2, length: 4 },
    attempts: index % 2 === 0 ? [error, attempt] : [attempt, error],
  });
  return { ...one, id: `hostile ${index}` };
}

const shop = buildRun([
  buildCase("GET /items", "200"),
  // A title that comes twice.
  { ...buildCase("GET /items", "200"), id: "again" },
  { ...buildCase("GET /items/v1.2", "404", { attempts: [200] }), id: "known" },
  buildCase("GET /items", "401", { attempts: [503, 200] }),
  buildCase("GET /items", "410", { attempts: [] }),
  buildCase("GET /late", "200", { attempts: [refused(), answered("GET /late", 200)] }),
]);

function suiteOf(run: Run, changes: Partial<SuiteResult> = {}): SuiteResult {
  const [suite] = resultOf(run).suites;
  if (suite === undefined) throw new Error("a run has a suite");
  return { ...suite, ...changes };
}

/** The suite with other cases, as its own functions give them. */
function withCases(suite: SuiteResult, change: (one: CaseResult) => CaseResult): SuiteResult {
  const cases = [...suite.cases].map(change);
  const byId = new Map(cases.map((one) => [one.id, one]));
  return { ...suite, cases, outline: cases, wholeCases: (ids) => [...ids].flatMap((id) => byId.get(id) ?? []) };
}

const known = { case: "known", rule: "status-expected", reason: "ticket 12 is open", expires: "2027-01-31" };
const shopSuite = withCases(suiteOf(shop, { suite: "Shop.v2", environment: "prod" }), (one) =>
  one.id === "known" ? { ...one, known } : one,
);
const bookstore = withCases(
  suiteOf(bookstoreRun, {
    findings: [
      {
        rule: "e200-all-endpoints-200",
        level: "error",
        message: "12 faults were answered with 200",
        cases: ["GET /books > 200"],
      },
      { rule: "suite-code-diversity", level: "warning", message: "every error is 400", cases: [] },
    ],
  }),
  (one) => (one.outcome === "failed" ? { ...one, change: "new" } : one),
);
const wild = suiteOf(buildRun(hostile.map(hostileCase)), { suite: hostile[1] ?? "", environment: hostile[6] ?? "" });
const at = { file: "api.yaml", line: 2, column: 3, length: 5 };

/** Several suites, every outcome, everything beside the cases, and hostile text everywhere. */
export const richResult: Result = {
  ...resultOf(bookstoreRun),
  suites: [bookstore, shopSuite, wild],
  alerts: [
    alert("failed", "p95 < 800ms", "p95 is 1.2 s, and must be < 800ms"),
    alert("unknown", "429 < 1%", "429: nothing to measure"),
    alert("kept", "5xx < 90%", "5xx is 9.1 %"),
  ],
  baseline: { file: "known.yaml", known: 1, gone: [{ ...known, case: "gone" }], expired: [{ ...known, case: "old" }] },
  broken: ["shard 2 of 3 is missing"],
};

function alert(state: "kept" | "failed" | "unknown", text: string, message: string) {
  return { suite: "Bookstore", environment: "staging", text, manifest: at, state, message, actual: "1.2 s" };
}

/** A run in which nothing is. */
export const emptyResult: Result = resultOf(buildRun([]));

/** The result as a reporter may get it: its cases can be read only as often as it says, and one after the other. */
export function readOnce(result: Result): Result {
  return { ...result, suites: result.suites.map((suite) => ({ ...suite, cases: once(suite.cases) })) };
}

function once(cases: Iterable<CaseResult>): Iterable<CaseResult> {
  let isRead = false;
  return {
    [Symbol.iterator]: () => {
      if (isRead) throw new Error("the cases were read before");
      isRead = true;
      return cases[Symbol.iterator]();
    },
  };
}
