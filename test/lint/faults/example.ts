import type { exampleLints } from "../../../src/http/lints/example.ts";
import { type Fault, suite } from "../fault.ts";

const problem = "{ type: about:blank, title: No such book, status: 404 }";

export const exampleFaults: Readonly<Record<keyof typeof exampleLints, Fault>> = {
  "lint-missing-example": {
    bad: [suite("DELETE /b: 204", "GET /a: 200 # <-", "GET /c: 200")],
    good: [suite("GET /a: { expect: { 200: { body: { id: 1 } } } }", "GET /b: 200"), suite("DELETE /a: 204")],
  },
  "lint-error-schema-missing": {
    bad: [suite("GET /a: 200 404 # <-", "GET /b: 200 404")],
    good: [
      `defaults: { errors: problem+json }\n${suite("GET /a: 200 404")}`,
      suite("GET /a: 200", "GET /b: { expect: { 404: { body: { error: x } } } }"),
      suite("GET /a: 200"),
    ],
  },
  "lint-error-schema-inconsistent": {
    bad: [
      suite(
        "GET /a: { expect: { 404: { body: { error: { code: X } } } } }",
        "GET /b: { expect: { 404: { body: { message: no } } } } # <-",
      ),
      `defaults: { errors: problem+json }\n${suite("GET /a: { expect: { 404: { body: { error: no } } } } # <-")}`,
      `defaults: { errors: { error: no } }\n${suite(`GET /a: { expect: { 404: { body: ${problem} } } } # <-`)}`,
    ],
    good: [
      suite(
        "GET /a: { expect: { 404: { body: { error: x } } } }",
        "GET /b: { expect: { 409: { body: { error: x, existing: /a } } } }",
      ),
      `defaults: { errors: problem+json }\n${suite(`GET /a: { expect: { 404: { body: ${problem} } } }`)}`,
    ],
  },
  "lint-error-example-leaks": {
    bad: [
      suite(
        'GET /a: { expect: { 500: { body: { error: "boom", stack: "Error: boom\\n    at f (/srv/app.js:3:7)" } } } } # <-',
      ),
      suite('GET /a: { expect: { 409: { body: { error: "violates unique constraint" } } } } # <-'),
    ],
    good: [
      suite('GET /a: { expect: { 404: { body: { error: "look at /books: there is no such book at 10:30" } } } }'),
      suite('GET /a: { expect: { 422: { body: { errors: { password: "is too short" }, trace: 4bf92f35 } } } }'),
    ],
  },
  "lint-example-200-with-error": {
    bad: [
      suite("GET /a: { expect: { 200: { body: { success: false, error: Invalid email } } } } # <-"),
      suite("GET /a: { expect: { 200: { equals: { ok: false } } } } # <-"),
      suite("GET /a: { expect: { 200: { body: { error: { code: X } } } } } # <-"),
    ],
    good: [
      suite("GET /jobs: { expect: { 200: { body: { id: 1, state: failed, error: disk full } } } }"),
      suite("POST /graphql: { body: {}, expect: { 200: { body: { error: x } } } }"),
      suite("GET /a: { expect: { 200: { body: { error: null } }, 404: { body: { success: false } } } }"),
      suite("POST /batch: { body: [], expect: { 207: { body: { error: one failed } } } }"),
      suite("POST /validations: { body: {}, expect: { 200: { body: { valid: false, errors: [ x ] } } } }"),
    ],
  },
};
