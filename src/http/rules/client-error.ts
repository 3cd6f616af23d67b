import type { Rule } from "../rule.ts";

/** What a refusal must be (4xx). */
export const clientErrorRules = {
  "401-www-authenticate-present": {
    title: "WWW-Authenticate names a scheme",
    level: "error",
    codes: [401],
    // There is no registered scheme for API keys and cookies to name.
    onlyWarnsFor: ["apiKey", "cookie"],
    why: "a 401 must say how to authenticate",
    source: "RFC 9110, 15.5.2",
  },
  "401-challenge-matches-declared-scheme": {
    title: "WWW-Authenticate names the scheme that is used",
    level: "warning",
    at: "plan",
    from: "standard",
    trap: "the first of several challenges may be another one",
    why: "clients authenticate the way the challenge asks for",
    source: "RFC 9110, 15.5.2",
  },
  "400-field-details": {
    title: "the error names the field",
    level: "warning",
    at: "plan",
    from: "standard",
    trap: "a server may refuse the body as a whole",
    why: "the client learns what to correct",
    source: "the guide: validation errors should return 400 Bad Request with field-level details",
  },
  "405-allow-includes-declared": {
    title: "Allow lists the methods that are declared",
    level: "warning",
    at: "plan",
    from: "standard",
    trap: "some frameworks list the methods of one route only",
    why: "Allow lists what is currently supported",
    source: "RFC 9110, 10.2.1",
  },
  "405-allow-present": {
    title: "Allow lists the methods that work",
    level: "error",
    codes: [405],
    why: "a 405 must say what is allowed; the list may be empty",
    source: "RFC 9110, 15.5.6",
  },
  "405-allow-excludes-refused": {
    title: "Allow does not list the refused method",
    level: "error",
    codes: [405],
    why: "a method cannot be both allowed and refused",
    source: "RFC 9110, 10.2.1",
  },
  "409-explains-conflict": {
    title: "the body explains the conflict",
    // A server SHOULD explain it, and one that says nothing but 409 is still understood.
    level: "warning",
    codes: [409],
    needsBody: true,
    why: "the user may be able to resolve the conflict and resubmit",
    source: "the guide: include details in the response body explaining the conflict; RFC 9110, 15.5.10",
  },
  "4xx-body-explains": {
    title: "the body explains the error",
    level: "warning",
    codes: [400, 401, 403, 404, 405, 406, 410, 412, 415, 422, 429],
    needsBody: true,
    why: "a status code alone is not enough to debug with",
    source: "the guide: include meaningful error responses; RFC 9110, 15.5",
  },
  "416-content-range-unsatisfied": {
    title: "Content-Range, where present, says how long it is",
    level: "error",
    codes: [416],
    why: "the client learns which range it could have asked for",
    source: "RFC 9110, 15.5.17",
  },
} as const satisfies Record<string, Rule>;
