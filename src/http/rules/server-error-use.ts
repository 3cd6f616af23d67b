import type { Rule } from "../rule.ts";

/** What goes with the codes of a server error. */
export const serverErrorUseRules = {
  "5xx-body-explains": {
    title: "a server error has a body",
    level: "warning",
    at: "collection",
    from: "standard",
    why: "somebody has to report it",
    source: "RFC 9110, 15.6",
  },
  "5xx-has-correlation-id": {
    title: "a server error can be found in the logs",
    level: "off",
    at: "collection",
    why: "support asks for the id",
    source: "the guide: headers for debugging",
  },
  "501-not-for-known-method": {
    title: "501 does not answer GET or HEAD",
    level: "warning",
    at: "collection",
    from: "standard",
    codes: [501],
    methods: ["GET", "HEAD"],
    why: "every server has to support them",
    source: "RFC 9110, 9.1",
  },
  "503-retry-after-reasonable": {
    title: "Retry-After is within a day",
    level: "warning",
    at: "collection",
    from: "standard",
    codes: [429, 503],
    trap: "clocks differ: a date is compared with Date",
    why: "nobody waits longer",
    source: "RFC 9110, 10.2.3",
  },
  "503-not-cacheable": {
    title: "a 503 is not cached",
    level: "warning",
    at: "collection",
    from: "standard",
    codes: [503],
    why: "it is temporary by its meaning",
    source: "RFC 9110, 15.6.4",
  },
  "505-explains": {
    title: "a 505 says which versions are supported",
    level: "off",
    at: "collection",
    codes: [505],
    why: "the client can choose one",
    source: "RFC 9110, 15.6.6",
  },
} as const satisfies Record<string, Rule>;
