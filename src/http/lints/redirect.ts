import type { Lint } from "../lint.ts";

/** Redirects that do not say what is meant (3xx). */
export const redirectLints = {
  "lint-302-for-permanent": {
    level: "warning",
    finds: "it is said to have moved for good, and the code says for now",
    fix: "use 301 or 308",
    why: "clients keep asking the old address, and search engines keep it",
    source: "the guide: don't use 302 Found when you mean permanent redirect",
    codes: [302, 303, 307],
  },
  "lint-301-for-temporary": {
    level: "warning",
    finds: "it is said to be somewhere else for now, and the code says for good",
    fix: "use 302 or 307",
    why: "browsers keep a permanent redirect, and the way back is lost",
    source: "the guide: 302/307 where the move is not permanent",
    codes: [301, 308],
  },
  "lint-301-302-on-unsafe-method": {
    level: "warning",
    finds: "many clients follow it with GET and without the body",
    fix: "use 308 or 307 to keep the method, or 303 to mean GET",
    why: "for 301 and 302 a client may change POST to GET",
    source: "the guide: 307/308 to preserve the HTTP method; RFC 9110, 15.4.2",
    codes: [301, 302],
  },
  "lint-3xx-without-location": {
    level: "error",
    finds: "Location is expected to be absent from a redirect, and the rule 3xx-location-present asserts it",
    fix: "remove Location: false, or switch the rule off",
    why: "no response can fit both, and a redirect without a target leads nowhere",
    source: "the guide: always include a Location header; RFC 9110, 15.4",
    codes: [301, 302, 303, 307, 308],
  },
  "lint-redirects-discouraged": {
    level: "hint",
    finds: "the API redirects",
    fix: "move it behind the gateway, so that clients notice nothing",
    why: "many API clients do not follow redirects, or lose credentials on the way",
    source: "Zalando guidelines, 251",
    codes: [301, 302, 303, 307, 308],
  },
  "lint-304-on-unsafe": {
    level: "error",
    finds: "304 is declared for a method other than GET and HEAD",
    fix: "use 412",
    why: "a failed condition is 304 for GET and HEAD, and 412 for every other method",
    source: "RFC 9110, 13.1.2 and 15.4.5",
    codes: [304],
  },
} as const satisfies Record<string, Lint>;
