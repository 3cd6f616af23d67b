import type { Attempt, Run } from "../../src/result/model.ts";
import { type AnswerChanges, answered, buildCase, buildRun, check, refused } from "./run-builder.ts";

/** An attempt that was given up. */
export const late = refused({ code: "ESOCKETTIMEDOUT", message: "no answer in 5000 ms" });

/** The response with these header lines instead of its own. */
export function withHeaders(attempt: Attempt, headers: Readonly<Record<string, string>>): Attempt {
  const { response } = attempt;
  const lines = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return response ? { ...attempt, response: { ...response, headers: lines } } : attempt;
}

/** Answers of one endpoint, one for each time. */
export function answersIn(endpoint: string, code: number, timesMs: ReadonlyArray<number>): ReadonlyArray<Attempt> {
  return timesMs.map((timeMs) => answered(endpoint, code, { timeMs }));
}

const list = "GET /books";
const create = "POST /books";
const given = (expected: string, changes: AnswerChanges = {}) => ({ expected, ...changes });
const explains = check("4xx-body-explains", false, { level: "warning" });

/** Twelve requests with ten responses: two of them are not as expected, and one was right as well. */
export const mixedRun: Run = buildRun([
  buildCase(list, "200", { attempts: [answered(list, 503, given("200", { timeMs: 40 })), 200] }),
  buildCase(list, "304"),
  buildCase(list, "401", { edge: "ec-auth-missing", attempts: [answered(list, 401, { checks: [explains] })] }),
  buildCase(create, "201", { attempts: [answered(create, 201, { timeMs: 30 })] }),
  buildCase(create, "400|422", {
    edge: "ec-json-malformed",
    attempts: [answered(create, 422, { checks: [check("leak-node-frame", false), check("mine", true)] })],
  }),
  buildCase(create, "409", { attempts: [201] }),
  // Not among the expected, and taken as right by the check of the status.
  buildCase(create, "404", {
    origin: "implied",
    edge: "ec-method-unsupported",
    attempts: [answered(create, 410)],
  }),
  buildCase("GET /health", "200", { attempts: [200, late] }),
  buildCase("GET /health", "503", { attempts: [503] }),
  buildCase("GET /late", "200", { edge: "ec-auth-missing", attempts: [refused()] }),
  buildCase("GET /late", "418", { unproven: "add `when`" }),
  buildCase("GET /late", "404", { edge: "ec-id-unknown", skipped: "read-only" }),
]);
