import { isLimitProblem, type Limit, operators, parseLimit } from "./limit.ts";
import { type Measure, measureNames, parseMeasure, unitOf } from "./measure.ts";

/** A limit of a metric, understood. */
export interface ParsedAlert {
  readonly measure: Measure;
  readonly limit: Limit;
  /** The metric as it was written, with one blank between its words. */
  readonly name: string;
  /** The limit as it was written: `< 800ms`. */
  readonly words: string;
}

/** What is wrong with one: a diagnostic, and which of its two parts it is about. */
export type AlertProblem =
  | {
      readonly code: "unknown-metric";
      readonly at: "metric";
      readonly args: { readonly name: string; readonly known: ReadonlyArray<string> };
    }
  | {
      readonly code: "bad-limit" | "wrong-unit";
      readonly at: "limit";
      readonly args: { readonly name: string; readonly text: string; readonly unit: string; readonly example: string };
    };

/** Reads an alert whose metric and limit are known apart. */
export function parseAlert(metric: string, limitText: string): ParsedAlert | AlertProblem {
  const name = metric.trim().replace(/\s+/g, " ");
  const words = limitText.trim().replace(/\s+/g, " ");
  const measure = parseMeasure(name);
  if (measure === undefined) return { code: "unknown-metric", at: "metric", args: { name, known: measureNames() } };
  const unit = unitOf(measure);
  const limit = parseLimit(words, unit);
  if (isLimitProblem(limit)) {
    const { code, example } = limit;
    return { code, at: "limit", args: { name, text: words, unit, example } };
  }
  return { measure, limit, name, words };
}

/** `p95 < 800ms`: the metric is what stands before the operator. */
export function parseAlertText(text: string): ParsedAlert | AlertProblem {
  const starts = operators.map((operator) => text.indexOf(operator)).filter((at) => at !== -1);
  const at = starts.length === 0 ? text.length : Math.min(...starts);
  return parseAlert(text.slice(0, at), text.slice(at));
}

/** Whether it could not be read. */
export function isAlertProblem(parsed: ParsedAlert | AlertProblem): parsed is AlertProblem {
  return "code" in parsed;
}

/** `GET /books: p95 < 200ms`: an alert of one endpoint. */
export function splitEndpoint(text: string): { readonly endpoint?: string; readonly text: string } {
  const [, method, path, rest] = /^\s*([A-Z]+)\s+(\/\S*):\s+(.+)$/.exec(text) ?? [];
  return rest === undefined ? { text: text.trim() } : { endpoint: `${method} ${path}`, text: rest.trim() };
}
