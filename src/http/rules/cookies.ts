import type { Rule } from "../rule.ts";

/** Set-Cookie. */
export const cookieRules = {
  "cookie-secure": {
    title: "over https each cookie is Secure",
    level: "warning",
    at: "collection",
    from: "thorough",
    trap: "a cookie that is only taken away again needs nothing",
    why: "it would travel over http as well",
    source: "OWASP Session Management",
  },
  "cookie-httponly": {
    title: "cookies of sessions are HttpOnly",
    level: "warning",
    at: "collection",
    from: "thorough",
    trap: "a cookie against CSRF must be read by scripts",
    why: "a script in the page could read it",
    source: "OWASP Session Management",
  },
  "cookie-samesite": {
    title: "each cookie says SameSite",
    level: "warning",
    at: "collection",
    from: "thorough",
    why: "browsers choose differently where it is missing, and refuse None and Partitioned without Secure",
    source: "RFC 6265bis, 4.1.2.7",
  },
  "cookie-prefix-rules": {
    title: "cookies named __Secure- and __Host- keep what their names promise",
    level: "error",
    at: "collection",
    from: "standard",
    why: "browsers refuse them otherwise",
    source: "RFC 6265bis, 4.1.3",
  },
  "cookie-grammar": {
    title: "Set-Cookie is well formed",
    level: "warning",
    at: "collection",
    from: "thorough",
    trap: "there is a comma in Expires, so never split at commas",
    why: "each browser makes something else of it",
    source: "RFC 6265, 4.1",
  },
  "cookie-duplicate-names": {
    title: "no cookie is set twice",
    level: "warning",
    at: "collection",
    from: "thorough",
    trap: "the same name for another path or domain is another cookie",
    why: "which one stays depends on the browser",
    source: "RFC 6265, 4.1.1",
  },
} as const satisfies Record<string, Rule>;
