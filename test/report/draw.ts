import { renderConsole } from "../../src/report/console/render-console.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderNdjson } from "../../src/report/ndjson.ts";
import type { ReportOptions } from "../../src/report/reporter.ts";
import type { Run } from "../../src/result/model.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf } from "../../src/result/result-of.ts";

/** What the console shows of a run. */
export function consoleOf(run: Run, options?: ReportOptions): string {
  return renderConsole(resultOf(run), options);
}

/** The JSON report of a run, as text. */
export function jsonOf(run: Run): string {
  return jsonOfResult(resultOf(run));
}

export function jsonOfResult(result: Result): string {
  return [...renderJson(result)].join("");
}

/** The run file that a run's result is written to. */
export function ndjsonOf(run: Run): string {
  return [...renderNdjson(resultOf(run))].join("");
}
