import type { Metric } from "./metric.ts";
import { codeMetrics } from "./metrics/codes.ts";
import { coverageMetrics } from "./metrics/coverage.ts";
import { latencyMetrics } from "./metrics/latency.ts";
import { rateLimitMetrics } from "./metrics/rate-limit.ts";

/** What one run tells of the health of an API, one entry a figure. The id is public: it is the key in the JSON report. */
export const metrics = {
  ...codeMetrics,
  ...latencyMetrics,
  ...rateLimitMetrics,
  ...coverageMetrics,
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof metrics;
