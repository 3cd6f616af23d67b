import type { redirectLints } from "../../../src/http/lints/redirect.ts";
import { type Fault, suite } from "../fault.ts";

export const redirectFaults: Readonly<Record<keyof typeof redirectLints, Fault>> = {
  "lint-302-for-permanent": {
    bad: [suite("GET /a: { summary: Has moved permanently, expect: 302 } # <-")],
    good: [
      suite("GET /a: { summary: Has moved permanently, expect: 301 }"),
      suite("GET /a: { summary: The permanent link of the newest, expect: 302 }"),
    ],
  },
  "lint-301-for-temporary": {
    bad: [suite("GET /a: { summary: Temporarily at /b, expect: 301 } # <-")],
    good: [suite("GET /a: { summary: Temporarily at /b, expect: 307 }", "GET /b: { summary: Has moved, expect: 308 }")],
  },
  "lint-301-302-on-unsafe-method": {
    bad: [suite("POST /a: { body: {}, expect: 302 } # <-", "DELETE /b: 301 # <-")],
    good: [suite("POST /a: { body: {}, expect: 303 }", "PUT /b: { body: {}, expect: 307 }", "GET /c: 301 302")],
  },
  "lint-3xx-without-location": {
    bad: [suite("GET /a: { expect: { 302: { headers: { Location: false } } } } # <-")],
    good: [
      suite("GET /a: { expect: { 302: { headers: { Location: true } }, 304: { headers: { Location: false } } } }"),
      suite("GET /a: { rules: { 3xx-location-present: off }, expect: { 302: { headers: { Location: false } } } }"),
    ],
  },
  "lint-redirects-discouraged": {
    bad: [suite("GET /a: 301 # <-")],
    good: [suite("GET /a: 200 304")],
  },
  "lint-304-on-unsafe": {
    bad: [
      suite("POST /a: { body: {}, expect: 201 304 } # <-", "DELETE /a: 204 304 # <-"),
      suite("GET /a: { expect: { 200: null, 304: { when: { method: PUT } } } } # <-"),
    ],
    good: [
      suite("GET /a: 200 304", "HEAD /a: 200 304", "PUT /a: { body: {}, expect: 200 412 }"),
      suite("PUT /a: { body: {}, expect: { 200: null, 304: { when: { method: GET } } } }"),
    ],
  },
};
