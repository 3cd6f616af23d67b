import type { Lint } from "../lint.ts";

/** Services that watch others, or stand before them. */
export const serviceLints = {
  "lint-health-codes": {
    level: "hint",
    finds: "a health check does not declare 503",
    fix: "add 503, with `when`",
    why: "a check that cannot say no tells a load balancer nothing",
    source: "the guide: 503 when the service is starting or overloaded",
    codes: [200, 503],
  },
  "lint-upstream-codes": {
    level: "hint",
    finds: "a gateway declares neither 502 nor 504",
    fix: "add 502 or 504, with `when`",
    why: "what stands before other services has to say when they fail",
    source: "the guide: inter-service requests",
    codes: [502, 504],
  },
} as const satisfies Record<string, Lint>;
