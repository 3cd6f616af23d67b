import type { Rule } from "../rule.ts";

/** The body and what the headers say of it. */
export const contentRules = {
  "content-type-present": {
    title: "Content-Type is given where there is a body",
    level: "error",
    at: "collection",
    needsBody: true,
    why: "the client must not guess what the bytes are",
    source: "the guide: Content-Type specifies the response format; RFC 9110, 8.3",
  },
  "json-parsable": {
    title: "a body that says it is JSON is JSON",
    level: "error",
    at: "collection",
    needsBody: true,
    why: "clients parse what Content-Type promises",
    source: "RFC 8259",
  },
} as const satisfies Record<string, Rule>;
