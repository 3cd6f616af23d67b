import type { methodLints } from "../../../src/http/lints/method.ts";
import type { pathLints } from "../../../src/http/lints/path.ts";
import { type Fault, suite } from "../fault.ts";

export const methodFaults: Readonly<Record<keyof typeof methodLints, Fault>> = {
  "lint-method-semantics-get-write": {
    bad: [suite("GET /users/create: 200 # <-", "GET /deleteUser: 200 # <-")],
    good: [suite("GET /updates: 200", "GET /users/deleted: 200", "POST /users/create: 201")],
  },
  "lint-method-post-read": {
    bad: [suite("POST /getUser: { body: {}, expect: 200 } # <-")],
    good: [
      suite("POST /listings: { body: {}, expect: 201 }", "POST /search: { body: {}, expect: 200 }", "GET /list: 200"),
    ],
  },
  "lint-get-with-body": {
    bad: [suite("GET /a: { body: { q: 1 }, expect: 200 } # <-", "DELETE /a: { rawBody: x, expect: 204 } # <-")],
    good: [suite("GET /a: { query: { q: 1 }, expect: 200 }", "POST /a: { body: { q: 1 }, expect: 200 }")],
  },
  "lint-post-without-body": {
    bad: [suite("POST /a: 201 # <-", "GET /a/{id}: 200 404", "PUT /a/{id}: 200 404 # <-"), suite("PATCH /a: 200 # <-")],
    good: [
      suite("POST /a: { body: {}, expect: 201 }", "GET /a/{id}: 200 404", "POST /a/{id}/publish: 200 404"),
      suite("POST /logout: 204", "PUT /starred/{repo}: { path: { repo: r }, expect: 204 404 }"),
    ],
  },
  "lint-patch-content-type": {
    bad: [suite("PATCH /a: { body: { x: 1 }, expect: 200 } # <-")],
    good: [suite("PATCH /a: { body: { x: 1 }, headers: { content-type: application/merge-patch+json }, expect: 200 }")],
  },
  "lint-idempotency-key-missing": {
    bad: [suite("POST /payments: { body: { a: 1 }, expect: 201 } # <-")],
    good: [
      suite('POST /payments: { body: { a: 1 }, headers: { Idempotency-Key: "{{$guid}}" }, expect: 201 }'),
      suite("POST /books: { body: { a: 1 }, expect: 201 }", "GET /payments: 200"),
    ],
  },
  "lint-destructive-unmarked": {
    bad: [
      suite("DELETE /a/{id}: { path: { id: 42 }, expect: 204 404 } # <-"),
      suite("POST /a: { body: {}, expect: 201 }", "GET /a/{id}: 200 404", "DELETE /a: 204 # <-"),
    ],
    good: [
      suite("POST /a: { body: {}, expect: 201 }", "DELETE /a/{id}: 204 404", "DELETE /session: 204"),
      "environments: { live: { baseUrl: http://localhost, readOnly: true } }\nendpoints:\n  DELETE /a/{id}: { path: { id: 42 }, expect: 204 404 }\n",
    ],
  },
};

export const pathFaults: Readonly<Record<keyof typeof pathLints, Fault>> = {
  "lint-path-trailing-slash": {
    bad: [suite("GET /a/: 200 # <-", "GET /b//c: 200 # <-")],
    good: [suite("GET /: 200", "GET /a/b: 200")],
  },
  "lint-ambiguous-paths": {
    bad: [suite("GET /users/me: 200 # <-", "GET /users/{id}: { path: { id: 1 }, expect: 200 404 }")],
    good: [
      suite(
        "POST /users/me: 200",
        "GET /users/{id}: { path: { id: 1 }, expect: 200 404 }",
        "GET /users/{id}/me: { path: { id: 1 }, expect: 200 404 }",
      ),
    ],
  },
  "lint-list-without-pagination": {
    bad: [suite("GET /a: 200 # <-", "GET /a/{id}: { path: { id: 1 }, expect: 200 404 }")],
    good: [
      suite(
        "GET /a: { query: { page_size: 5 }, expect: 200 }",
        "GET /a/{id}: { path: { id: 1 }, expect: 200 404 }",
        "GET /b: 200",
      ),
    ],
  },
  "lint-top-level-array": {
    bad: [suite("GET /a: { expect: { 200: { body: [ { id: 1 } ] } } } # <-")],
    good: [suite("GET /a: { expect: { 200: { body: { items: [ { id: 1 } ] } } } }")],
  },
};
