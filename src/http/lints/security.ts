import type { Lint } from "../lint.ts";

/** Secrets, transport, other origins. */
export const securityLints = {
  "lint-example-secrets": {
    level: "error",
    finds: "what looks like a real secret stands in the manifest",
    fix: 'write "${NAME}" and set it in the environment, and make the old one invalid',
    why: "a manifest is kept in a repository, and its collection is handed on",
    source: "OWASP, Secrets Management Cheat Sheet",
    trap: "identities called expired, invalid or the like hold tokens that are meant to be refused: nothing is found there",
  },
  "lint-auth-in-query": {
    level: "warning",
    finds: "the key is sent in the query",
    fix: "send it in a header",
    why: "queries are written to logs, histories and Referer headers",
    source: "OWASP, REST Security Cheat Sheet",
  },
  "lint-http-base-url": {
    level: "warning",
    finds: "the base URL is http, and the host is not a local one",
    fix: "use https",
    why: "credentials can be read on the way",
    source: "OWASP, REST Security Cheat Sheet",
  },
  "lint-cors-wildcard-credentials": {
    level: "error",
    finds: "every origin is allowed, with credentials",
    fix: "expect one origin, or no Access-Control-Allow-Credentials",
    why: "browsers refuse the two together",
    source: "Fetch Standard, CORS protocol and credentials",
  },
  "lint-ssrf-field-unrestricted": {
    level: "hint",
    finds: "the body has a field for a URL, and no case says which ones are refused",
    fix: "add a 400 or 422 with `when: { body: { <field>: http://localhost } }`",
    why: "a server that fetches any URL fetches those of its own network",
    source: "OWASP API7:2023",
  },
} as const satisfies Record<string, Lint>;
