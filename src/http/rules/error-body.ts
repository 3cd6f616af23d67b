import type { Rule } from "../rule.ts";

/** What the body of an error must be. */
export const errorBodyRules = {
  "problem-status-equals-actual": {
    title: "the problem's status is the status code",
    level: "error",
    at: "collection",
    needsBody: true,
    why: "two different statuses in one answer mislead",
    source: "RFC 9457, 3.1.2",
  },
  "error-body-shape": {
    title: "the error has the declared shape",
    level: "error",
    at: "plan",
    why: "the manifest says what every error looks like",
    source: "the manifest: defaults.errors; the guide: use status codes consistently",
  },
  "route-unknown-error-shape": {
    title: "the error of an unknown route has the declared shape",
    level: "warning",
    at: "plan",
    from: "standard",
    trap: "a gateway, or the framework, may answer for routes that the API has never heard of",
    why: "a client that mistypes a path ought to be told so in the words that it can read",
    source: "the guide: consistency across your API",
  },
} as const satisfies Record<string, Rule>;
