import type { codeLints } from "../../../src/http/lints/code.ts";
import { type Fault, suite } from "../fault.ts";

export const codeFaults: Readonly<Record<keyof typeof codeLints, Fault>> = {
  "lint-only-200": {
    bad: [suite("POST /a: { body: { x: 1 }, expect: 200 } # <-", "GET /b: 200")],
    good: [
      suite("GET /health: 200"),
      suite("GET /a: 200", "GET /b: 200"),
      suite("GET /a: 200", "POST /b: { body: {}, expect: 200 400 }"),
    ],
  },
  "lint-default-only": {
    bad: [suite("GET /a: 2xx # <-", "GET /b: 2xx 4xx # <-")],
    good: [suite("GET /a: 200 4xx")],
  },
  "lint-1xx-declared": {
    bad: [
      suite("POST /a: 100 200 # <-", "GET /b: 1xx # <-"),
      "baseUrl: http://localhost\nflows:\n  F:\n    - GET /a: 102 # <-\n",
    ],
    good: [suite("GET /a: 200")],
  },
  "lint-305-306-418": {
    bad: [suite("GET /a: 305 # <-", "GET /b: 306 # <-", "GET /c: 418 # <-")],
    good: [suite("GET /a: 304 307 417")],
  },
  "lint-unregistered-code": {
    bad: [suite("GET /a: 200 299 # <-", "GET /b: 520 # <-", "GET /c: 404|460 # <-")],
    good: [suite("GET /a: 200 207 451 5xx")],
  },
  "lint-uncommon-code": {
    bad: [suite("GET /a: 203 # <-")],
    good: [suite("GET /a: 200 429")],
  },
  "lint-500-declared-as-expected": {
    bad: [suite("GET /a: 200 500 # <-")],
    good: [
      suite("GET /a: 200 5xx 503"),
      // A switch of a simulation: how the API looks when it fails is worth a test.
      suite("GET /a: { expect: { 200: null, 500: { when: { headers: { X-Simulate: crash } } } } }"),
    ],
  },
  "lint-multiple-success-codes": {
    bad: [suite("PUT /a: { body: {}, expect: 200 201 400 } # <-")],
    good: [
      suite("PUT /a: { body: {}, expect: 200|201 400 }"),
      suite("GET /file: 200 206"),
      suite("PUT /a: { body: {}, expect: { 200: null, 201: { when: { query: { new: 1 } } } } }"),
    ],
  },
  "lint-missing-response-description": {
    bad: [
      suite(
        "POST /a:",
        "  body: { x: 1 }",
        "  expect:",
        "    422: # <-",
        "      - { name: no x, when: { body: { x: null } } }",
        "      - { when: { body: { x: -1 } } }",
      ),
    ],
    good: [
      suite(
        "POST /a:",
        "  body: { x: 1 }",
        "  expect:",
        "    422:",
        "      - { name: no x, when: { body: { x: null } } }",
        "      - { name: x too small, when: { body: { x: -1 } } }",
      ),
      suite("POST /a: { body: { x: 1 }, expect: { 422: { when: { body: { x: -1 } } } } }"),
    ],
  },
};
