import type { securityLints } from "../../../src/http/lints/security.ts";
import { type Fault, suite } from "../fault.ts";

// Put together here, so that no scanner of this repository takes them for real ones.
const awsKey = `AKIA${"ABCDEFGH12345678"}`;
const longToken = `${"k3J9".repeat(5)}x`;

export const securityFaults: Readonly<Record<keyof typeof securityLints, Fault>> = {
  "lint-example-secrets": {
    bad: [
      suite(`GET /a: { headers: { Authorization: ${awsKey} }, expect: 200 } # <-`),
      `auth: { me: { bearer: ${longToken} } } # <-\n${suite("GET /a: 200 401")}`,
      suite("POST /a: { body: { url: 'postgres://admin:hunter2@db.example/x' }, expect: 201 400 } # <-"),
    ],
    good: [
      `auth: { me: { bearer: "{{token}}" }, you: { bearer: open-sesame } }\n${suite("GET /a: 200 401")}`,
      `auth: { expired: { bearer: ${longToken} } }\n${suite("GET /a: 401")}`,
      suite("POST /a: { body: { url: 'https://user@example.com:80/x', id: '{{$guid}}' }, expect: 201 400 }"),
      suite("POST /a: { body: { url: 'https://{{user}}:{{password}}@example.com/x' }, expect: 201 400 }"),
    ],
  },
  "lint-auth-in-query": {
    bad: [`auth:\n  me: { apiKey: { in: query, name: key, value: "{{k}}" } } # <-\n${suite("GET /a: 200 401")}`],
    good: [`auth:\n  me: { apiKey: { in: header, name: key, value: "{{k}}" } }\n${suite("GET /a: 200 401")}`],
  },
  "lint-http-base-url": {
    bad: [
      "baseUrl: http://api.example.com/v1 # <-\nendpoints: { GET /a: 200 }\n",
      "environments:\n  local: http://localhost:1\n  live: http://api.example.com # <-\nendpoints: { GET /a: 200 }\n",
    ],
    good: [
      "baseUrl: https://api.example.com\nendpoints: { GET /a: 200 }\n",
      "baseUrl: http://127.0.0.1:80\nendpoints: { GET /a: 200 }\n",
      "baseUrl: http://api:3000\nendpoints: { GET /a: 200 }\n",
      'baseUrl: "http://{{host}}/v1"\nendpoints: { GET /a: 200 }\n',
      'baseUrl: "http://[::1]:3000"\nendpoints: { GET /a: 200 }\n',
      "baseUrl: http://bookstore.test\nendpoints: { GET /a: 200 }\n",
    ],
  },
  "lint-cors-wildcard-credentials": {
    bad: [
      suite(
        'GET /a: { expect: { 200: { headers: { Access-Control-Allow-Origin: "*", access-control-allow-credentials: "true" } } } } # <-',
      ),
    ],
    good: [
      suite('GET /a: { expect: { 200: { headers: { Access-Control-Allow-Origin: "*" } } } }'),
      suite(
        'GET /a: { expect: { 200: { headers: { Access-Control-Allow-Origin: https://a.example, Access-Control-Allow-Credentials: "true" } } } }',
      ),
      suite(
        'GET /a: { expect: { 200: { headers: { Access-Control-Allow-Origin: "*", Access-Control-Allow-Credentials: false } } } }',
      ),
    ],
  },
  "lint-ssrf-field-unrestricted": {
    bad: [suite("POST /hooks: { body: { callback_url: https://a.example }, expect: 201 400 } # <-")],
    good: [
      suite(
        "POST /hooks: { body: { callback_url: https://a.example }, expect: { 201: null, 422: { when: { body: { callback_url: http://localhost } } } } }",
      ),
      suite("POST /books: { body: { title: a, url: b }, expect: 201 400 }"),
    ],
  },
};
