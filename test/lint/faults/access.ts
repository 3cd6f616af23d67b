import type { accessLints } from "../../../src/http/lints/access.ts";
import { type Fault, guarded, suite } from "../fault.ts";

const key = 'auth: { me: { apiKey: { name: X-Api-Key, value: "{{k}}" } } }\n';

export const accessFaults: Readonly<Record<keyof typeof accessLints, Fault>> = {
  "lint-401-403-confused": {
    bad: [
      guarded("GET /a: { expect: { 200: null, 403: { when: { as: none } } } } # <-"),
      guarded("GET /a: { expect: { 200: null, 403: { when: { headers: { Authorization: null } } } } } # <-"),
      guarded("GET /a: { expect: { 200: null, 401: { when: { as: admin } } } } # <-"),
    ],
    good: [
      guarded("GET /a: { expect: { 200: null, 401: { when: { as: none } }, 403: { when: { as: admin } } } }"),
      guarded("GET /a: { expect: { 200: null, 401|403: { when: { as: none } } } }"),
      'auth: { me: { bearer: "{{a}}" }, expiredToken: { bearer: "{{b}}" } }\n' +
        suite("GET /a: { expect: { 200: null, 401: { when: { as: expiredToken } } } }"),
    ],
  },
  "lint-auth-without-401": {
    bad: [guarded("GET /a: 200 # <-", "GET /b: 200 401")],
    good: [
      guarded(
        "GET /a: 200 401",
        "GET /b: { public: true, expect: 200 }",
        "GET /c: 200 4xx",
        "OPTIONS /a: 204",
        "GET /old: 301",
      ),
      suite("GET /a: 200"),
    ],
  },
  "lint-401-without-auth": {
    bad: [suite("GET /a: 200 401 # <-"), guarded("GET /a: { public: true, expect: 200 401 } # <-")],
    good: [
      guarded("GET /a: 200 401"),
      suite("POST /login: { body: { p: x }, expect: { 200: null, 401: { when: { body: { p: wrong } } } } }"),
      suite('GET /a: { headers: { X-Api-Key: "{{k}}" }, expect: 200 401 }'),
    ],
  },
  "lint-auth-without-403": {
    bad: [guarded("GET /stats: { as: admin, expect: 200 401 } # <-")],
    good: [
      guarded(
        "GET /stats: { as: admin, expect: 200 401 403 }",
        "GET /a: 200 401",
        "GET /b: { as: admin, expect: 200 401 404 }",
      ),
      // Another kind of credentials is another door, not more rights.
      'auth: { me: { bearer: "{{a}}" }, web: { cookie: { name: s, value: "{{c}}" } } }\n' +
        suite("GET /a: { as: web, expect: 200 401 }"),
    ],
  },
  "lint-401-without-www-authenticate": {
    bad: [guarded("GET /a: { expect: { 200: null, 401: { headers: { WWW-Authenticate: false } } } } # <-")],
    good: [
      guarded("GET /a: { expect: { 200: null, 401: { headers: { WWW-Authenticate: /Bearer/ } } } }"),
      key + suite("GET /a: { expect: { 200: null, 401: { headers: { WWW-Authenticate: false } } } }"),
    ],
  },
  "lint-enumeration-404-on-reset": {
    bad: [suite("POST /password/reset: { body: { email: a@b.example }, expect: 202 404 } # <-")],
    good: [
      suite("POST /password/reset: { body: { email: a@b.example }, expect: 202 429 }"),
      suite("POST /password-resets/{token}: { path: { token: x }, body: { p: a }, expect: 200 404 }"),
      suite("POST /factory/reset: 200 404"),
    ],
  },
};
