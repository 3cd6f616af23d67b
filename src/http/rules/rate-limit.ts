import type { Rule } from "../rule.ts";

/** Rate limits: 429 and its headers. */
export const rateLimitRules = {
  "429-retry-after-present": {
    title: "Retry-After says when there is room again",
    level: "warning",
    codes: [429],
    why: "without it clients guess, and guess too early",
    source: "the guide: 429 with Retry-After; RFC 6585, 4",
  },
  "retry-after-grammar": {
    title: "Retry-After, where present, is seconds or an HTTP date",
    level: "error",
    at: "collection",
    why: "clients parse it",
    source: "RFC 9110, 10.2.3",
  },
} as const satisfies Record<string, Rule>;
