import type { Rule } from "../rule.ts";

/** What a server error must be (5xx). */
export const serverErrorRules = {
  "503-retry-after-present": {
    title: "Retry-After says when to come back",
    level: "warning",
    codes: [503],
    why: "clients know when to come back",
    source: "the guide: the Retry-After header can indicate when to try again; RFC 9110, 15.6.4",
  },
} as const satisfies Record<string, Rule>;
