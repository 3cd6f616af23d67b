import type { fileLints } from "../../../src/http/lints/file.ts";
import type { rateLimitLints } from "../../../src/http/lints/rate-limit.ts";
import { type Fault, suite } from "../fault.ts";

export const rateLimitFaults: Readonly<Record<keyof typeof rateLimitLints, Fault>> = {
  "lint-ratelimit-without-429": {
    bad: [suite("GET /a: { expect: { 200: { headers: { X-RateLimit-Limit: true } } } } # <-")],
    good: [
      suite("GET /a: { expect: { 200: { headers: { RateLimit: true } }, 429: { burst: 9 } } }"),
      suite("GET /a: { expect: { 200: { headers: { X-RateLimit-Limit: false } } } }"),
    ],
  },
  "lint-429-without-headers": {
    bad: [suite("GET /a: { expect: { 200: null, 429: { burst: 9, headers: { Retry-After: false } } } } # <-")],
    good: [
      suite("GET /a: { expect: { 200: null, 429: { burst: 9 } } }"),
      suite("GET /a: { expect: { 429: { burst: 9, headers: { Retry-After: false, X-RateLimit-Reset: true } } } }"),
    ],
  },
  "lint-429-without-ratelimit": {
    bad: [suite("GET /a: 200 429 # <-")],
    good: [suite("GET /a: { expect: { 200: null, 429: { burst: 9 } } }")],
  },
  "lint-503-without-retry-after": {
    bad: [suite("GET /a: { expect: { 200: null, 503: { headers: { Retry-After: false } } } } # <-")],
    good: [suite("GET /a: { expect: { 200: null, 503: { headers: { Retry-After: true } } } }", "GET /b: 200 503")],
  },
};

export const fileFaults: Readonly<Record<keyof typeof fileLints, Fault>> = {
  "lint-upload-without-413-415": {
    bad: [suite("POST /a: { multipart: { f: { file: a.txt } }, expect: 201 400 } # <-")],
    good: [
      suite(
        "POST /a: { multipart: { f: { file: a.txt } }, expect: 201 400 413 }",
        "POST /b: { multipart: { t: x }, expect: 201 400 }",
      ),
    ],
  },
  "lint-download-without-404": {
    bad: [suite("GET /files/{id}/content: { path: { id: 1 }, expect: 200 } # <-")],
    good: [suite("GET /files/{id}/content: { path: { id: 1 }, expect: 200 404 }", "GET /content: 200")],
  },
  "lint-range-without-206-416": {
    bad: [
      suite("GET /a: 200 206 # <-"),
      suite("GET /a: 200 416 # <-"),
      suite("GET /a: { expect: { 200: { headers: { Accept-Ranges: bytes } } } } # <-"),
    ],
    good: [
      suite(
        "GET /a: 200 206 416",
        "GET /b: { expect: { 200: { headers: { Accept-Ranges: none } } } }",
        "GET /c: 200 2xx",
      ),
    ],
  },
  "lint-conditional-without-304-412": {
    bad: [
      suite("GET /a: { expect: { 200: { headers: { ETag: true } } } } # <-"),
      suite("PUT /a: { body: {}, expect: { 200: { headers: { ETag: true } } } } # <-"),
    ],
    good: [
      suite(
        "GET /a: { expect: { 200: { headers: { ETag: true } }, 304: null } }",
        "GET /b: { expect: { 200: { headers: { ETag: false } } } }",
      ),
      suite("PUT /a: { body: {}, expect: { 200: { headers: { ETag: true } }, 412: null } }"),
    ],
  },
};
