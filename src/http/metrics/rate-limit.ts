import type { Metric } from "../metric.ts";

/** How near clients come to the limits. */
export const rateLimitMetrics = {
  "met-429-rate": {
    title: "429, of all responses; and by endpoint",
    unit: "share",
    why: "it shows which limits are hit",
    source: "the guide: rate limiting patterns",
    hint: "a limit that the suite itself runs into makes every other result doubtful",
  },
  "met-429-headroom": {
    title: "what is left of the rate limit, by its whole: the least and the tenth percentile",
    unit: "share",
    why: "a limit that ordinary use almost reaches is too tight, and one that nothing reaches protects from nothing",
    source: "the guide: rate limiting patterns",
    hint: "it reads X-RateLimit-Remaining and -Limit, and their spellings; near 0: raise the limit, or slow the client down",
  },
} as const satisfies Record<string, Metric>;
