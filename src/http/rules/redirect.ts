import type { Rule } from "../rule.ts";

/** What a redirect and a 304 must be. */
export const redirectRules = {
  "3xx-location-present": {
    title: "Location says where to go",
    level: "error",
    codes: [301, 302, 303, 307, 308],
    why: "a redirect without a target leads nowhere",
    source: "the guide: always include a Location header with 3xx; RFC 9110, 15.4",
  },
  "3xx-location-uri-reference": {
    title: "the redirect's Location, where present, is one URI reference",
    level: "error",
    codes: [301, 302, 303, 307, 308],
    why: "a Location that is no URI reference leads nowhere; relative ones are fine",
    source: "RFC 9110, 10.2.2",
  },
  "304-no-body": {
    title: "304 has no body",
    level: "error",
    codes: [304],
    why: "304 exists so that nothing is transferred",
    source: "RFC 9110, 15.4.5",
  },
  "304-etag-equal": {
    title: "ETag, where present, is the one that was asked about",
    level: "error",
    codes: [304],
    why: "304 speaks of the representation the client already has",
    source: "RFC 9110, 13.1.2",
  },
} as const satisfies Record<string, Rule>;
