import type { validationLints } from "../../../src/http/lints/validation.ts";
import { type Fault, suite } from "../fault.ts";

export const validationFaults: Readonly<Record<keyof typeof validationLints, Fault>> = {
  "lint-item-path-without-404": {
    bad: [
      suite(
        "GET /a/{id}: { path: { id: 1 }, expect: 200 } # <-",
        "DELETE /a/{id}: { path: { id: 1 }, expect: 204 } # <-",
      ),
    ],
    good: [
      suite("GET /a/{id}: { path: { id: 1 }, expect: 200 404 }", "GET /b/{id}: { path: { id: 1 }, expect: 200 410 }"),
      suite("PUT /a/{id}: { path: { id: 1 }, body: {}, expect: 200 201 }"),
      `policy: { deleteMissing: 204 }\n${suite("DELETE /a/{id}: { path: { id: 1 }, expect: 204 }")}`,
      suite("GET /a/{id}: { path: { id: 1 }, expect: 200 4xx }"),
    ],
  },
  "lint-get-only-200": {
    bad: [suite("GET /a/{id}/parts: { path: { id: 1 }, expect: 200 } # <-")],
    good: [suite("GET /a/{id}/parts: { path: { id: 1 }, expect: 200 404 }", "GET /a: 200")],
  },
  "lint-body-without-400": {
    bad: [suite("POST /a: { body: { x: 1 }, expect: 201 } # <-", "PATCH /b: { form: { x: 1 }, expect: 200 } # <-")],
    good: [
      suite("POST /a: { body: { x: 1 }, expect: 201 422 }", "PUT /b: { body: { x: 1 }, expect: 200 400 }"),
      suite(
        "POST /old: { body: { x: 1 }, expect: 308 }",
        "POST /a: { rawBody: 'a,b', expect: 201 }",
        "POST /b: 200",
        "POST /c: { body: { x: 1 }, expect: 200 4xx }",
      ),
    ],
  },
  "lint-required-fields-without-validation-code": {
    bad: [suite("POST /a: { body: { x: 1 }, bodySchema: { required: [x] }, expect: 201 } # <-")],
    good: [suite("POST /a: { body: { x: 1 }, bodySchema: { required: [x] }, expect: 201 400|422 }")],
  },
  "lint-unique-without-409": {
    bad: [suite("POST /a: { body: { isbn: '{{$guid}}' }, expect: 201 400 } # <-", "GET /a/{id}: 200 404")],
    good: [
      suite("POST /a: { body: { isbn: '{{$guid}}' }, expect: 201 400 409 }", "GET /a/{id}: 200 404"),
      suite("POST /a: { body: { isbn: '1' }, expect: 201 400 }", "GET /a/{id}: 200 404"),
      suite("POST /events: { body: { id: '{{$guid}}' }, expect: 200 400 }"),
    ],
  },
  "lint-stateful-without-409": {
    bad: [suite("POST /orders/{id}/cancel: { path: { id: 1 }, expect: 200 404 } # <-")],
    good: [suite("POST /orders/{id}/cancel: { path: { id: 1 }, expect: 200 404 409 }", "POST /start: 200")],
  },
  "lint-422-for-malformed": {
    bad: [suite('POST /a: { body: { x: 1 }, expect: { 201: null, 422: { when: { rawBody: "{" } } } } # <-')],
    good: [
      suite('POST /a: { body: { x: 1 }, expect: { 201: null, 400: { when: { rawBody: "{" } } } }'),
      suite('POST /a: { body: { x: 1 }, expect: { 201: null, 422: { when: { rawBody: "[]" } } } }'),
    ],
  },
  "lint-400-for-semantic": {
    bad: [
      suite(
        "POST /a: { body: { x: 1 }, expect: { 201: null, 422: { when: { body: { x: null } } } } }",
        "POST /b: { body: { x: 1 }, expect: { 201: null, 400: { when: { body: { x: null } } } } } # <-",
      ),
    ],
    good: [
      suite(
        "POST /a: { body: { x: 1 }, expect: { 201: null, 422: { when: { body: { x: 9999 } } } } }",
        "POST /b: { body: { x: 1 }, expect: { 201: null, 400: { when: { body: { x: null } } } } }",
      ),
    ],
  },
};
