/** A figure that a run can be held to. src/result/alerts/reading.ts tells where it is read. */
export interface AlertMetric {
  /** What is measured, as a noun phrase. */
  readonly what: string;
  readonly unit: AlertUnit;
}

/** `share`: 0 to 1, written in percent. */
export type AlertUnit = "share" | "ms" | "count";

/** Times of all responses, or with a code or a class behind the name, of those: `p95`, `p95 2xx`, `max 404`. */
export const timeMetrics = {
  p50: { what: "the response time that half of the responses keep", unit: "ms" },
  p90: { what: "the response time that 90 % of the responses keep", unit: "ms" },
  p95: { what: "the response time that 95 % of the responses keep", unit: "ms" },
  p99: { what: "the response time that 99 % of the responses keep", unit: "ms" },
  max: { what: "the response time of the slowest response", unit: "ms" },
  mean: { what: "the mean response time", unit: "ms" },
} as const satisfies Record<string, AlertMetric>;

/** Every name that stands alone. Codes (`503`) and classes (`5xx`, `all 4xx`) come on top. */
export const alertMetrics = {
  successRate: { what: "2xx responses, of all responses", unit: "share" },
  asExpected: { what: "responses whose code their case asks for or takes as right, of all responses", unit: "share" },
  ...timeMetrics,
  timeouts: { what: "requests that no answer came to in time", unit: "count" },
  availability: {
    what: "responses of health endpoints that are no server error, of all that were asked",
    unit: "share",
  },
  assertions: { what: "assertions that passed, of all that were made", unit: "share" },
  coverage: { what: "declared codes that came, of all that are declared", unit: "share" },
  edges: { what: "edge cases that ran, of all that are planned", unit: "share" },
  failed: { what: "failed cases, known ones as well", unit: "count" },
  flaky: { what: "cases that passed only when they were run again", unit: "count" },
  inconclusive: { what: "cases that prove nothing because another one failed", unit: "count" },
  unproven: { what: "cases that nothing proves", unit: "count" },
  skipped: { what: "cases that were left out", unit: "count" },
  warnings: { what: "warnings", unit: "count" },
  leaks: { what: "places at which an answer gave something away", unit: "count" },
  undocumented: { what: "codes that an endpoint gave and does not declare", unit: "count" },
} as const satisfies Record<string, AlertMetric>;

export type TimeMetricName = keyof typeof timeMetrics;
export type AlertMetricName = keyof typeof alertMetrics;

/** What stands for all codes and classes in the reference. */
export const codeMetrics: ReadonlyArray<readonly [name: string, metric: AlertMetric]> = [
  ["1xx, 2xx, 3xx, 200", { what: "responses of that class or code, of all responses", unit: "share" }],
  ["4xx, 5xx, 503", { what: "those that no case asked for, of all responses", unit: "share" }],
  ["all 4xx, all 503", { what: "all of them, also those that were provoked, of all responses", unit: "share" }],
  ["p95 2xx, max 404", { what: "response times of that class or code only", unit: "ms" }],
];
