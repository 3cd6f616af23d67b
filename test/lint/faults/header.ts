import type { headerLints } from "../../../src/http/lints/header.ts";
import type { serviceLints } from "../../../src/http/lints/service.ts";
import { type Fault, suite } from "../fault.ts";

export const headerFaults: Readonly<Record<keyof typeof headerLints, Fault>> = {
  "lint-content-type-missing": {
    bad: [suite("GET /a: { expect: { 200: { body: { x: 1 }, headers: { content-type: false } } } } # <-")],
    good: [suite("GET /a: { expect: { 200: { body: { x: 1 } }, 204: { headers: { Content-Type: false } } } }")],
  },
  "lint-cache-control-missing": {
    bad: [suite("DELETE /a: 204", "GET /a: 200 # <-")],
    good: [
      suite("GET /a: { expect: { 200: { headers: { cache-control: no-store } } } }", "GET /b: 200"),
      `defaults: { headers: { Cache-Control: no-store } }\n${suite("GET /a: 200")}`,
      suite("DELETE /a: 204"),
    ],
  },
  "lint-post-cacheable": {
    bad: [suite('POST /a: { body: {}, expect: { 201: { headers: { Cache-Control: "public, max-age=60" } } } } # <-')],
    good: [
      suite("POST /a: { body: {}, expect: { 201: { headers: { Cache-Control: max-age=0 } } } }"),
      suite("GET /a: { expect: { 200: { headers: { Cache-Control: max-age=60 } } } }"),
    ],
  },
  "lint-unknown-header-name": {
    bad: [
      suite("GET /a: { expect: { 429: { burst: 5, headers: { Retry-Afer: true } } } } # <-"),
      suite("POST /a: { body: {}, expect: { 201: { headers: { Locaton: true } } } } # <-"),
      suite("GET /a: { headers: { Authorisation: x }, expect: 200 } # <-"),
    ],
    good: [
      suite(
        "GET /a: { expect: { 200: { headers: { etag: true, Duration: true, Vary: true, Version: true, Region: true, Content: true, Retry: true } } } }",
      ),
      suite("GET /a: { headers: { X-Tenant: a, Tenant: b, Session: c }, expect: 200 }"),
    ],
  },
  "lint-x-header-new": {
    bad: [
      suite(
        "GET /a: { headers: { X-Tenant: t }, expect: 200 } # <-",
        "GET /b: { headers: { x-tenant: t }, expect: 200 }",
      ),
    ],
    good: [
      suite(
        "GET /a: { headers: { X-Request-Id: t, Tenant: a }, expect: { 200: { headers: { X-RateLimit-Limit: true } } } }",
      ),
    ],
  },
  "lint-reason-phrase-asserted": {
    bad: [
      suite(
        `GET /a: { expect: { 200: { tests: "pm.test('ok', () => pm.expect(pm.response.status).to.eql('OK'))" } } } # <-`,
      ),
      suite(`GET /a: { expect: { 200: { tests: "pm.test('ok', () => pm.response.to.have.status('OK'))" } } } # <-`),
    ],
    good: [suite(`GET /a: { expect: { 200: { tests: "pm.test('ok', () => pm.response.to.have.status(200))" } } }`)],
  },
  "lint-deprecated-without-sunset": {
    bad: [suite("GET /a: { tags: [deprecated], expect: 200 } # <-")],
    good: [suite("GET /a: { tags: [deprecated], expect: { 200: { headers: { Deprecation: true } } } }", "GET /b: 200")],
  },
};

export const serviceFaults: Readonly<Record<keyof typeof serviceLints, Fault>> = {
  "lint-health-codes": {
    bad: [suite("GET /health: 200 # <-", "GET /api/readyz: 200 # <-")],
    good: [suite("GET /health: 200 503", "GET /ready: 200 5xx", "GET /livez: 200", "GET /healthy-food: 200")],
  },
  "lint-upstream-codes": {
    bad: [suite("GET /proxy/a: 200 # <-", "GET /b: { tags: [gateway], expect: 200 503 } # <-")],
    good: [suite("GET /proxy/a: 200 502", "GET /gateways: 200")],
  },
};
