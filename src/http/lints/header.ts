import type { Lint } from "../lint.ts";

/** Headers that are expected or sent. */
export const headerLints = {
  "lint-content-type-missing": {
    level: "warning",
    finds: "a body is expected, and Content-Type is expected to be absent",
    fix: "remove Content-Type: false",
    why: "the client must not guess what the bytes are",
    source: "the guide: Content-Type specifies the response format; RFC 9110, 8.3",
  },
  "lint-cache-control-missing": {
    level: "hint",
    finds: "no response is expected to say with Cache-Control how long it may be kept",
    fix: "expect Cache-Control where it matters, such as no-store behind a login",
    why: "without it every cache decides for itself",
    source: "the guide: Cache-Control defines caching behavior; RFC 9111, 4.2.2",
  },
  "lint-post-cacheable": {
    level: "warning",
    finds: "the answer to a change is expected to be kept by caches",
    fix: "expect no-store, or nothing",
    why: "answers to PUT, PATCH and DELETE are not cacheable, and those to POST hardly ever",
    source: "the guide: POST, PUT, and DELETE responses aren't cached; RFC 9110, 9.2.3",
  },
  "lint-unknown-header-name": {
    level: "warning",
    finds: "the name of a header differs from a registered one by a letter or two",
    fix: "correct the name",
    why: "a header that nobody sends is never there, and one that must be absent never found",
    source: "IANA HTTP Field Name Registry",
  },
  "lint-x-header-new": {
    level: "hint",
    finds: "a header of the API's own begins with X-",
    fix: "name it without the prefix",
    why: "once it is common it cannot lose the prefix",
    source: "RFC 6648",
  },
  "lint-reason-phrase-asserted": {
    level: "warning",
    finds: "tests compare the reason phrase",
    fix: "compare pm.response.code",
    why: "HTTP/2 has no reason phrase, and every server may choose its own",
    source: "RFC 9110, 15.1; RFC 9205, 4.6",
  },
  "lint-deprecated-without-sunset": {
    level: "hint",
    finds: "it is said to be deprecated, and no header tells the client",
    fix: "expect Deprecation: true and Sunset: true",
    why: "clients notice headers, and hardly ever a page of documentation",
    source: "RFC 9745; RFC 8594",
  },
} as const satisfies Record<string, Lint>;
