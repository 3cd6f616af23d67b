import type { Rule } from "../rule.ts";

/** Parts of a representation, and what describes them. */
export const rangeUseRules = {
  "206-content-range-matches-request": {
    title: "the part begins where it was asked for",
    level: "warning",
    at: "collection",
    from: "standard",
    codes: [206],
    trap: "of several ranges a server may send some",
    why: "the client puts it at that place",
    source: "RFC 9110, 15.3.7",
  },
  "206-length-equals-range": {
    title: "a part is as long as Content-Range says",
    level: "error",
    at: "collection",
    from: "standard",
    codes: [206],
    why: "the client would put it together wrongly",
    source: "RFC 9110, 15.3.7",
  },
  "206-range-within-length": {
    title: "Content-Range lies within the representation",
    level: "error",
    at: "collection",
    from: "standard",
    codes: [206],
    why: "there is nothing beyond its end",
    source: "RFC 9110, 14.4",
  },
  "206-multipart-boundary": {
    title: "several parts come with a boundary",
    level: "error",
    at: "collection",
    from: "standard",
    codes: [206],
    why: "the parts cannot be told from each other",
    source: "RFC 9110, 15.3.7.2",
  },
  "accept-ranges-grammar": {
    title: "Accept-Ranges, where present, lists units",
    level: "warning",
    at: "collection",
    from: "standard",
    why: "clients ask for ranges by it",
    source: "RFC 9110, 14.3",
  },
  "ratelimit-sf-grammar": {
    title: "RateLimit, where present, is a list of structured fields",
    level: "warning",
    at: "collection",
    from: "standard",
    trap: "older drafts are deployed",
    why: "clients parse it",
    source: "draft-ietf-httpapi-ratelimit-headers, 3 and 4",
  },
} as const satisfies Record<string, Rule>;
