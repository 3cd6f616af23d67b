import type { Metric } from "../metric.ts";

/** How long answers take. Percentiles are by nearest rank: a time that was measured, never one between two. */
export const latencyMetrics = {
  "met-latency-by-status": {
    title: "response times by code and by class: least, mean, p50, p90, p95, p99, most",
    unit: "ms",
    why: "the mean of a whole run hides that refusals are fast and successes are slow",
    source: "the guide: response time by status",
    hint: "of fewer than 20 responses, p95 and p99 are little more than the slowest one",
  },
  "met-latency-status-correlation": {
    title: "the median response time of a code, by the median of 2xx; of 5 responses or more",
    unit: "times",
    why: "a code that comes slowly comes from somewhere else: a gateway, a timeout, an overloaded part",
    source: "the guide: response time by status",
    hint: "3 or more: this code goes with slow responses",
  },
  "met-504-delay": {
    title: "how long it takes until 502, 503 and 504: p50 and p95",
    unit: "ms",
    why: "a long delay before a 504 means that something behind the gateway does not answer",
    source: "the guide: response time by status",
    hint: "near 1, 2, 5, 10, 15, 29, 30 or 60 seconds, it is the timeout of a gateway",
  },
  "met-timeouts": {
    title: "the requests that were given up because no answer came in time, of all requests",
    unit: "share",
    why: "a client that gives up has no status code, so no other figure shows it",
    source: "the guide: server errors and timeouts",
    hint: "408 and 504 are answers, and do not count",
  },
} as const satisfies Record<string, Metric>;
