import { type AlertMetricName, type AlertUnit, alertMetrics, type TimeMetricName, timeMetrics } from "./metrics.ts";

/** What an alert looks at. `code` is a code or a class: `503`, `5xx`. */
export type Measure =
  | { readonly kind: "plain"; readonly name: Exclude<AlertMetricName, TimeMetricName> }
  | { readonly kind: "time"; readonly name: TimeMetricName; readonly code?: string }
  /** `isAll`: also those that a case asked for. */
  | { readonly kind: "code"; readonly code: string; readonly isAll: boolean };

const codePattern = /^(?:[1-5]xx|[1-9]\d\d)$/;

/** `p95`, `p95 2xx`, `503`, `all 4xx`, `successRate`; undefined: there is no such metric. */
export function parseMeasure(text: string): Measure | undefined {
  const [first = "", second, ...rest] = text.trim().split(/\s+/);
  if (rest.length > 0) return undefined;
  if (second !== undefined && !codePattern.test(second)) return undefined;
  if (isTime(first)) return { kind: "time", name: first, ...(second !== undefined && { code: second }) };
  if (second !== undefined) return first === "all" ? { kind: "code", code: second, isAll: true } : undefined;
  // Nobody provokes a success by accident: only an error can be one that no case asked for.
  if (codePattern.test(first)) return { kind: "code", code: first, isAll: !/^[4-9]/.test(first) };
  return isPlain(first) ? { kind: "plain", name: first } : undefined;
}

/** What its values are. */
export function unitOf(measure: Measure): AlertUnit {
  return measure.kind === "code" ? "share" : alertMetrics[measure.name].unit;
}

/** The names to choose from; those that one may have meant come first. */
export function measureNames(): ReadonlyArray<string> {
  return [...Object.keys(alertMetrics), "4xx", "5xx", "429", "all 4xx", "all 5xx"];
}

function isTime(name: string): name is TimeMetricName {
  return Object.hasOwn(timeMetrics, name);
}

function isPlain(name: string): name is Exclude<AlertMetricName, TimeMetricName> {
  return Object.hasOwn(alertMetrics, name);
}
