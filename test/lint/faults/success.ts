import type { successLints } from "../../../src/http/lints/success.ts";
import { type Fault, suite } from "../fault.ts";

export const successFaults: Readonly<Record<keyof typeof successLints, Fault>> = {
  "lint-success-200-for-create": {
    bad: [suite("POST /books: { body: { a: 1 }, expect: 200 } # <-", "GET /books/{id}: 200 404")],
    good: [
      suite("POST /books: { body: { a: 1 }, expect: 201 }", "GET /books/{id}: 200 404"),
      suite("POST /login: { body: { a: 1 }, expect: 200 }", "GET /books/{id}: { path: { id: 1 }, expect: 200 404 }"),
    ],
  },
  "lint-201-without-location": {
    bad: [suite("POST /books: { body: {}, expect: { 201: { headers: { location: false } } } } # <-")],
    good: [
      suite("POST /books: { body: {}, expect: { 201: { headers: { Location: true } } } }"),
      suite("PUT /books: { body: {}, expect: { 201: { headers: { Location: false } } } }"),
      suite(
        "POST /b: { body: {}, rules: { 201-location-present: off }, expect: { 201: { headers: { Location: false } } } }",
      ),
      `rules: { 201-location-present: warning }\n${suite("POST /b: { body: {}, expect: { 201: { headers: { Location: false } } } }")}`,
    ],
  },
  "lint-201-on-safe-method": {
    bad: [suite("GET /books: 201 # <-", "OPTIONS /books: 201 # <-")],
    good: [suite("PUT /books: 201", "GET /books: 200")],
  },
  "lint-200-delete-no-body": {
    bad: [suite("DELETE /a: 200 # <-")],
    good: [
      suite("DELETE /a: 204", "DELETE /b: { expect: { 200: { body: { deleted: true } } } }", "DELETE /c: 200|204"),
    ],
  },
  "lint-204-with-body": {
    bad: [
      suite("DELETE /a: { expect: { 204: { body: { ok: true } } } } # <-"),
      suite("GET /a: { expect: { 200: null, 304: { equals: { a: 1 } } } } # <-"),
      suite("HEAD /a: { expect: { 200: { schema: { type: object } } } } # <-"),
      "baseUrl: http://localhost\nflows:\n  F:\n    - POST /a: { expect: { 205: { body: [] } } } # <-\n",
    ],
    good: [
      suite("DELETE /a: { expect: { 204: { headers: { ETag: false }, under: 1s } } }"),
      suite('DELETE /a: { expect: { 204: { body: "" } } }'),
      suite("DELETE /a: { expect: { 200|204: { body: { ok: true } } } }"),
    ],
  },
  "lint-get-204": {
    bad: [suite("GET /a: 204 # <-")],
    good: [suite("GET /a: 200", "DELETE /a: 204")],
  },
  "lint-202-without-monitor": {
    bad: [suite("POST /jobs: 202 # <-")],
    good: [
      suite("POST /jobs: { expect: { 202: { headers: { Location: true } } } }"),
      suite("POST /jobs: { expect: { 202: { body: { id: 1, state: queued } } } }"),
      suite("POST /jobs: 202", "GET /jobs/{id}: 200 404"),
      "baseUrl: http://localhost\nflows:\n  F:\n    - POST /jobs: { expect: 202, save: { id: $.id } }\n",
    ],
  },
  "lint-207-without-item-schema": {
    bad: [suite("POST /batch: { body: [], expect: 207 } # <-")],
    good: [suite("POST /batch: { body: [], expect: { 207: { body: [ { status: 201 } ] } } }")],
  },
  "lint-batch-without-207": {
    bad: [suite("POST /books/batch: { body: [], expect: 200 400 } # <-")],
    good: [suite("POST /books/batch: { body: [], expect: 207 400 }", "GET /batches: 200")],
  },
  "lint-delete-201": {
    bad: [suite("DELETE /a: 201 # <-")],
    good: [suite("DELETE /a: 204 404")],
  },
  "lint-put-202-204-only": {
    bad: [suite("PUT /pages/{name}: { path: { name: a }, body: {}, expect: 204 404 } # <-")],
    good: [
      suite("PUT /pages/{name}: { path: { name: a }, body: {}, expect: 201 204 }"),
      suite("POST /books: { body: {}, expect: 201 }", "PUT /books/{id}: { body: {}, expect: 200 404 }"),
    ],
  },
};
