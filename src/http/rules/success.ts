import type { Rule } from "../rule.ts";

/** What a success must be (2xx). */
export const successRules = {
  "201-location-present": {
    title: "Location points to what was created",
    level: "error",
    codes: [201],
    // Without Location a 201 to PUT means "created at the request URI" (RFC 9110, 15.3.2): only POST owes one.
    methods: ["POST"],
    why: "clients reach the new resource without another request",
    source: "the guide: always include a Location header with 201; RFC 9110, 9.3.3",
  },
  "201-location-uri-reference": {
    title: "Location, where present, is one URI reference",
    level: "error",
    codes: [201],
    why: "a Location that is no URI reference leads nowhere; relative ones are fine",
    source: "RFC 9110, 10.2.2",
  },
  "202-status-monitor": {
    title: "the answer says where to follow the job",
    level: "warning",
    codes: [202],
    why: "a client that is told 'accepted' needs to learn how it ended",
    source: "RFC 9110, 15.3.3",
  },
  "204-no-body": {
    title: "204 has no body",
    level: "error",
    codes: [204],
    why: "204 ends with its header section",
    source: "RFC 9110, 15.3.5",
  },
  "205-no-body": {
    title: "205 has no body",
    level: "error",
    codes: [205],
    why: "205 tells the client to reset its view and carries nothing",
    source: "RFC 9110, 15.3.6",
  },
  "206-content-range-single": {
    title: "Content-Range says which part this is",
    level: "error",
    codes: [206],
    why: "a part without its position cannot be put together",
    source: "RFC 9110, 15.3.7",
  },
  "207-body-per-item-status": {
    title: "the body says what became of each item",
    level: "error",
    codes: [207],
    why: "clients see which items succeeded and which failed",
    source: "the guide: individual status codes for each item; RFC 4918, 13",
  },
} as const satisfies Record<string, Rule>;
