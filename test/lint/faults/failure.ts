import type { failureLints } from "../../../src/http/lints/failure.ts";
import { type Fault, guarded, suite } from "../fault.ts";

export const failureFaults: Readonly<Record<keyof typeof failureLints, Fault>> = {
  "lint-500-for-client-error": {
    bad: [
      suite('POST /a: { body: { x: 1 }, expect: { 201: null, 500: { when: { rawBody: "{" } } } } # <-'),
      suite("POST /a: { body: { x: 1 }, expect: { 201: null, 500: { when: { body: { x: null } } } } } # <-"),
      guarded("GET /a: { expect: { 200: null, 500: { when: { as: none } } } } # <-"),
    ],
    good: [
      suite('POST /a: { body: { x: 1 }, expect: { 201: null, 400: { when: { rawBody: "{" } } } }'),
      // Sandboxes of payment providers fail on purpose, at a magic value.
      suite("POST /a: { body: { card: 1 }, expect: { 201: null, 500: { when: { body: { card: 4000 } } } } }"),
      suite("GET /a: { expect: { 200: null, 500: { when: { headers: { X-Simulate: crash } } } } }"),
    ],
  },
  "lint-400-for-everything": {
    bad: [
      suite(
        "POST /a: { body: {}, expect: 201 400 } # <-",
        "POST /b: { body: {}, expect: 201 400 }",
        "PUT /c: { body: {}, expect: 200 400 }",
      ),
    ],
    good: [
      suite("POST /a: { body: {}, expect: 201 400 }", "POST /b: { body: {}, expect: 201 400 }"),
      suite(
        "POST /a: { body: {}, expect: 201 400 }",
        "POST /b: { body: {}, expect: 201 400 409 }",
        "PUT /c: { body: {}, expect: 200 400 }",
      ),
    ],
  },
  "lint-402-outside-payment": {
    bad: [suite("GET /reports: 200 402 # <-")],
    good: [
      suite("POST /carts/checkout: 200 402"),
      suite("GET /reports: { summary: for premium members, expect: 200 402 }"),
      suite("GET /reports: { expect: { 402: { name: the trial has ended, when: { query: { a: 1 } } } } }"),
    ],
  },
  "lint-405-declared-per-operation": {
    bad: [
      suite(
        "GET /a: { expect: { 200: null, 405: { when: { method: PUT } } } } # <-",
        "PUT /a: { body: {}, expect: 200 }",
      ),
    ],
    good: [
      suite(
        "GET /a: { expect: { 200: null, 405: { when: { method: PUT } } } }",
        "PUT /b: { body: {}, expect: 200 }",
        "GET /c: 200 405",
      ),
    ],
  },
  "lint-408-for-upstream": {
    bad: [
      suite("GET /proxy: 200 408 # <-"),
      suite("GET /a: { expect: { 408: { name: when the upstream is slow, when: { query: { s: 1 } } } } } # <-"),
    ],
    good: [suite("GET /proxy: 200 504", "POST /files: { body: {}, expect: 201 408 }")],
  },
  "lint-410-without-gone-example": {
    bad: [suite("GET /a: 200 410 # <-")],
    good: [
      suite("POST /a: 201", "GET /a/{id}: 200 410", "DELETE /a/{id}: 204 404"),
      suite("GET /a/{id}: { path: { id: 1 }, expect: { 200: null, 410: { when: { path: { id: 7 } } } } }"),
    ],
  },
  "lint-412-vs-409": {
    bad: [
      suite("PUT /a: { body: {}, expect: { 200: null, 409: { when: { headers: { if-match: '\"old\"' } } } } } # <-"),
    ],
    good: [
      suite("PUT /a: { body: {}, expect: { 200: null, 412: { when: { headers: { If-Match: '\"old\"' } } } } }"),
      suite("PUT /a: { body: {}, expect: { 200: null, 409: { when: { body: { state: closed } } } } }"),
      `policy: { stale: 409 }\n${suite("PUT /a: { body: {}, expect: { 409: { when: { headers: { If-Match: x } } } } }")}`,
    ],
  },
};
