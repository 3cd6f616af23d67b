import type { Rule } from "../rule.ts";

/** What headers tell of the software behind them. */
export const fingerprintRules = {
  "hdr-server-no-version": {
    title: "Server does not tell its version",
    level: "warning",
    at: "collection",
    from: "thorough",
    trap: "a name without a number is fine",
    why: "a version is a list of known holes",
    source: "RFC 9110, 10.2.4; OWASP HTTP Headers",
  },
  "hdr-x-powered-by": {
    title: "X-Powered-By is left out",
    level: "warning",
    at: "collection",
    from: "thorough",
    why: "it helps nobody but an attacker",
    source: "OWASP HTTP Headers",
  },
  "hdr-aspnet-version": {
    title: "the version of ASP.NET is left out",
    level: "warning",
    at: "collection",
    from: "thorough",
    why: "a version is a list of known holes",
    source: "OWASP HTTP Headers",
  },
  "hdr-tech-fingerprint": {
    title: "no header names the software",
    level: "off",
    at: "collection",
    why: "it helps nobody but an attacker",
    source: "OWASP HTTP Headers; httplint",
  },
  "hdr-debug-token": {
    title: "no header comes from a debugger",
    // On a developer's machine it belongs there.
    level: "warning",
    at: "collection",
    from: "thorough",
    why: "with a debugger on, everybody can look inside",
    source: "OWASP API8",
  },
  "hdr-internal-address": {
    title: "no header tells an address of the internal network",
    level: "warning",
    at: "collection",
    from: "thorough",
    trap: "the address that the test itself talks to is known already",
    why: "clients cannot reach it, and attackers should not know it",
    source: "OWASP HTTP Headers",
  },
  "hdr-via-version": {
    title: "Via does not tell the software of the proxies",
    level: "off",
    at: "collection",
    why: "a version is a list of known holes",
    source: "RFC 9110, 7.6.3",
  },
  "hdr-exception-text": {
    title: "no header of an error shows code, SQL or a secret",
    level: "error",
    at: "collection",
    from: "standard",
    why: "what must not be in the body must not be in a header",
    source: "the guide: no stack traces, database details or implementation specifics; OWASP Error Handling",
  },
} as const satisfies Record<string, Rule>;
