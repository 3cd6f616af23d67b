import type { Rule } from "../rule.ts";

/** Vary. */
export const varyRules = {
  "vary-grammar": {
    title: "Vary is a list of header names, each once",
    level: "warning",
    at: "collection",
    from: "thorough",
    trap: "* is allowed",
    why: "caches build their keys from it",
    source: "RFC 9110, 12.5.5",
  },
  "vary-useless-fields": {
    title: "Vary names only what the answer depends on",
    level: "off",
    at: "collection",
    why: "Host is in the key anyway, and User-Agent makes a copy for each browser",
    source: "RFC 9110, 12.5.5; httplint",
  },
  "vary-accept-encoding-when-compressed": {
    title: "a compressed answer that may be kept varies by Accept-Encoding",
    level: "warning",
    at: "collection",
    from: "thorough",
    codes: [200],
    methods: ["GET"],
    trap: "what is not stored needs no Vary",
    why: "a cache would give it to a client that cannot read it",
    source: "RFC 9110, 12.5.5",
  },
} as const satisfies Record<string, Rule>;
