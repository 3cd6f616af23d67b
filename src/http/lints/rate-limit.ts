import type { Lint } from "../lint.ts";

/** Limits, and when to come back. */
export const rateLimitLints = {
  "lint-ratelimit-without-429": {
    level: "warning",
    finds: "rate-limit headers are expected, and 429 is not declared",
    fix: "add 429: { burst: <more than the limit> }",
    why: "where there is a limit, somebody meets it",
    source: "the guide: 429 when the client has exceeded rate limits",
    codes: [429],
  },
  "lint-429-without-headers": {
    level: "warning",
    finds: "Retry-After is expected to be absent from a 429, and no rate-limit header is expected instead",
    fix: "expect Retry-After: true",
    why: "a client that does not know when to come back comes back too early",
    source: "the guide: status codes for rate limiting; RFC 6585, 4",
    codes: [429],
  },
  "lint-429-without-ratelimit": {
    level: "hint",
    finds: "429 is declared, and nothing says how to exceed the limit",
    fix: "add burst: <more than the limit>, or `when`",
    why: "without it the code stays unproven",
    source: "the guide: test rate limit scenarios",
    codes: [429],
  },
  "lint-503-without-retry-after": {
    level: "warning",
    finds: "Retry-After is expected to be absent from a 503",
    fix: "expect Retry-After: true",
    why: "clients know when to come back, and do not all come at once",
    source: "the guide: the Retry-After header can indicate when to try again; RFC 9110, 15.6.4",
    codes: [503],
  },
} as const satisfies Record<string, Lint>;
