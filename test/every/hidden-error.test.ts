import { expect, it } from "vitest";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

// Errors in 200, and rate limits: each rule broken once, and habits that are right.
const limited = {
  "Retry-After": "5",
  "X-RateLimit-Limit": "10",
  "X-RateLimit-Remaining": "0",
  "X-RateLimit-Reset": "5",
} as const;
const error = { error: { code: "NO", message: "that did not work" } } as const;
const xml = { "Content-Type": "application/xml" } as const;

const vectors: ReadonlyArray<Vector> = [
  { rule: "e200-success-false", body: { success: false, error: "Invalid email" } },
  { name: "a flag of the domain", body: { success: false, attempts: 3, rule: "two of three" } },
  { rule: "e200-status-code-field", body: { status: 404, message: "not found" } },
  { name: "a monitor", body: { status: 503, url: "https://api.example/", message: "Service Unavailable" } },
  { rule: "e200-error-member", body: { id: 1, error: "it failed" } },
  { name: "no errors", body: { id: 1, errors: [], error: null, error_count: 0 } },
  { name: "GraphQL", body: { data: null, errors: [{ message: "no such field" }] } },
  { name: "JSON-RPC", body: { jsonrpc: "2.0", id: 1, error: { code: -32601, message: "Method not found" } } },
  { name: "a failed job", body: { id: "j1", status: "failed", error: "the disk is full" } },
  { rule: "e200-status-string", body: { status: "error", id: 1 } },
  { name: "a payment", body: { id: "p1", status: "failed" } },
  {
    rule: "e200-error-title-html",
    headers: { "Content-Type": "text/html" },
    body: "<html><title>404 Not Found</title></html>",
  },
  {
    rule: "e200-soap-fault",
    headers: xml,
    body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault></s:Fault></s:Body></s:Envelope>',
  },
  { name: "an XML document about faults", headers: xml, body: "<Report><Fault>San Andreas</Fault></Report>" },
  { rule: "e200-message-smells", body: { message: "user not found", id: 1 } },
  { name: "no errors found", body: { message: "0 errors, no invalid rows", id: 1 } },
  { rule: "429-x-ratelimit-limit", status: 429, headers: { ...limited, "X-RateLimit-Limit": null }, body: error },
  {
    rule: "429-x-ratelimit-remaining",
    status: 429,
    headers: { ...limited, "X-RateLimit-Remaining": null },
    body: error,
  },
  { rule: "429-x-ratelimit-reset", status: 429, headers: { ...limited, "X-RateLimit-Reset": null }, body: error },
  { rule: "ratelimit-values-grammar", headers: { "X-RateLimit-Limit": "ten" } },
  {
    name: "the drafts' headers",
    status: 429,
    headers: { "Retry-After": "5", RateLimit: '"default";r=0;t=5' },
    body: error,
  },
  {
    name: "two windows and a date",
    headers: { "X-RateLimit-Limit": "10, 100;w=3600", "X-RateLimit-Reset": "Wed, 21 Oct 2065 07:28:00 GMT" },
  },
  { rule: "429-x-ratelimit-reset-plausible", headers: { "X-RateLimit-Reset": "99999999" } },
  { name: "Unix time", headers: { "X-RateLimit-Reset": String(Math.ceil(Date.now() / 1000) + 60) } },
  { name: "Unix time in milliseconds", headers: { "X-RateLimit-Reset": String(Date.now() + 60_000) } },
  {
    rule: "429-retry-after-not-before-reset",
    status: 429,
    headers: { "Retry-After": "5", RateLimit: '"default";r=0;t=60' },
    body: error,
  },
  {
    rule: "429-problem-type",
    status: 429,
    headers: { ...limited, "Content-Type": "application/problem+json" },
    body: { type: "/p", title: "no" },
  },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 60_000);
