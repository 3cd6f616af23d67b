import { expect, it } from "vitest";
import { type Exchange, faultsOf } from "../support/script.ts";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

const foreign = { Origin: "https://evil.example" };
const own = { Origin: "https://app.example" };
const preflight = {
  ...own,
  "Access-Control-Request-Method": "PUT",
  "Access-Control-Request-Headers": "content-type, authorization",
};
const html = {
  "Content-Type": "text/html",
  "X-Frame-Options": "DENY",
  "Content-Security-Policy": "default-src 'none'",
  "Referrer-Policy": "no-referrer",
};
const page = "<!doctype html><title>Books</title>";
const granted = {
  "Access-Control-Allow-Origin": "https://app.example",
  "Access-Control-Allow-Methods": "PUT, DELETE",
  "Access-Control-Allow-Headers": "Content-Type, Authorization",
  Vary: "Origin",
  Allow: "PUT",
};
const options = { method: "OPTIONS", status: 204, body: null, sends: preflight };
const without = (headers: Vector["headers"]) => ({ headers: { ...granted, "Content-Type": null, ...headers } });

const vectors: ReadonlyArray<Vector> = [
  { rule: "sec-nosniff", headers: { "X-Content-Type-Options": null } },
  { rule: "sec-nosniff", name: "twice", headers: { "X-Content-Type-Options": ["nosniff", "nosniff"] } },
  {
    name: "what a parser refuses by itself",
    status: 431,
    headers: { "X-Content-Type-Options": null, "Content-Type": "text/plain" },
    body: "Request Header Fields Too Large",
  },
  { rule: "sec-hsts-grammar", headers: { "Strict-Transport-Security": "max-age=31536000, includeSubDomains" } },
  { rule: "sec-hsts-grammar", name: "without max-age", headers: { "Strict-Transport-Security": "includeSubDomains" } },
  { rule: "sec-hsts-grammar", name: "max-age twice", headers: { "Strict-Transport-Security": "max-age=1; max-age=2" } },
  { rule: "sec-hsts-max-age", headers: { "Strict-Transport-Security": "max-age=60" } },
  { rule: "sec-hsts-not-on-http", headers: { "Strict-Transport-Security": "max-age=31536000" } },
  { rule: "sec-frame-options-or-csp", headers: { ...html, "X-Frame-Options": null }, body: page },
  { rule: "sec-csp-html-error", headers: { ...html, "Content-Security-Policy": null }, body: page },
  { rule: "sec-referrer-policy", headers: { ...html, "Referrer-Policy": "unsafe-url" }, body: page },
  { rule: "sec-xss-protection-zero", headers: { "X-XSS-Protection": "1; mode=block" } },
  {
    rule: "trace-disabled",
    method: "TRACE",
    headers: { "Content-Type": "message/http" },
    body: "TRACE /v8 HTTP/1.1\r\nCookie: a=b\r\n\r\n",
  },

  { rule: "hdr-server-no-version", headers: { Server: "nginx/1.18.0" } },
  { rule: "hdr-server-no-version", name: "the system", headers: { Server: "Apache (Ubuntu)" } },
  { rule: "hdr-x-powered-by", headers: { "X-Powered-By": "Express" } },
  { rule: "hdr-aspnet-version", headers: { "X-AspNet-Version": "4.0.30319" } },
  { rule: "hdr-tech-fingerprint", headers: { "X-Generator": "Drupal 10" } },
  { rule: "hdr-debug-token", headers: { "X-Debug-Token-Link": "/_profiler/1a2b3c" } },
  { rule: "hdr-internal-address", headers: { "X-Served-By": "10.12.0.7:8080" } },
  { rule: "hdr-internal-address", name: "a host", headers: { Link: "<http://books.prod.internal/2>; rel=next" } },
  { rule: "hdr-via-version", headers: { Via: "1.1 cache (Varnish/7.1)" } },
  {
    rule: "hdr-exception-text",
    status: 410,
    headers: { "Content-Type": "text/plain", "X-Exception": "java.lang.NullPointerException: id" },
    body: "it is gone",
  },

  { rule: "cookie-httponly", headers: { "Set-Cookie": "sid=a1; SameSite=Lax" } },
  { rule: "cookie-samesite", headers: { "Set-Cookie": "theme=dark" } },
  { rule: "cookie-samesite", name: "None without Secure", headers: { "Set-Cookie": "theme=dark; SameSite=None" } },
  {
    rule: "cookie-prefix-rules",
    headers: { "Set-Cookie": "__Host-a=b; Secure; SameSite=Lax; Path=/; Domain=a.example" },
  },
  { rule: "cookie-prefix-rules", name: "not Secure", headers: { "Set-Cookie": "__Secure-a=b; SameSite=Lax" } },
  { rule: "cookie-grammar", headers: { "Set-Cookie": "a=b c; SameSite=Lax" } },
  { rule: "cookie-grammar", name: "Max-Age", headers: { "Set-Cookie": "a=b; Max-Age=1h; SameSite=Lax" } },
  { rule: "cookie-grammar", name: "unknown attribute", headers: { "Set-Cookie": "a=b; SameSite=Lax; Secured" } },
  { rule: "cookie-duplicate-names", headers: { "Set-Cookie": ["a=b; SameSite=Lax", "a=c; SameSite=Lax"] } },

  { rule: "cors-acao-single", headers: { "Access-Control-Allow-Origin": ["https://a.example", "https://b.example"] } },
  {
    rule: "cors-acao-single",
    name: "a list",
    headers: { "Access-Control-Allow-Origin": "https://a.example, https://b.example" },
  },
  { rule: "cors-acao-grammar", headers: { "Access-Control-Allow-Origin": "https://a.example/" } },
  { rule: "cors-acao-grammar", name: "a host", headers: { "Access-Control-Allow-Origin": "a.example" } },
  {
    rule: "cors-no-wildcard-with-credentials",
    headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Credentials": "true" },
  },
  {
    rule: "cors-acac-true-only",
    headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Credentials": "false" },
  },
  {
    rule: "cors-no-arbitrary-reflection",
    sends: foreign,
    headers: {
      "Access-Control-Allow-Origin": foreign.Origin,
      "Access-Control-Allow-Credentials": "true",
      Vary: "Origin",
    },
  },
  {
    rule: "cors-null-origin-denied",
    sends: { Origin: "null" },
    headers: { "Access-Control-Allow-Origin": "null", "Access-Control-Allow-Credentials": "true", Vary: "Origin" },
  },
  {
    rule: "cors-vary-origin",
    sends: own,
    headers: { "Access-Control-Allow-Origin": own.Origin, "Cache-Control": "private, max-age=60" },
  },
  { rule: "cors-origin-match", sends: own, headers: { "Access-Control-Allow-Origin": "https://other.example" } },
  {
    rule: "cors-preflight-denies-unlisted",
    sends: foreign,
    headers: { "Access-Control-Allow-Origin": foreign.Origin, Vary: "Origin" },
  },
  {
    rule: "cors-preflight-2xx",
    ...options,
    ...without({ "Content-Type": "text/plain" }),
    status: 403,
    body: "not from there",
  },
  { rule: "cors-preflight-methods", ...options, ...without({ "Access-Control-Allow-Methods": "GET, PUTS" }) },
  { rule: "cors-preflight-headers", ...options, ...without({ "Access-Control-Allow-Headers": "*" }) },
  { rule: "cors-preflight-max-age", ...options, ...without({ "Access-Control-Max-Age": "1 day" }) },
  { rule: "cors-preflight-only-headers", headers: { "Access-Control-Allow-Methods": "GET" } },

  { name: "a name of a server", headers: { Server: "cloudflare", Via: "1.1 varnish" } },
  { name: "HSTS in full", headers: { "Strict-Transport-Security": 'max-age="31536000"; includeSubDomains; preload;' } },
  {
    name: "a session",
    headers: {
      "Set-Cookie": [
        "__Host-sid=a1; Path=/; Secure; HttpOnly; SameSite=Lax; Expires=Wed, 21 Oct 2065 07:28:00 GMT",
        "csrf_token=b2; SameSite=Strict; Max-Age=60",
        'theme="dark"; SameSite=None; Secure; Partitioned; Priority=High',
      ],
    },
  },
  { name: "the end of a session", headers: { "Set-Cookie": "sid=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT" } },
  {
    name: "cookies of two paths",
    headers: { "Set-Cookie": ["a=b; Path=/a; SameSite=Lax", "a=b; Path=/b; SameSite=Lax"] },
  },
  {
    name: "an open API",
    sends: foreign,
    headers: { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "*" },
  },
  {
    name: "an app",
    sends: { Origin: "capacitor://localhost" },
    headers: { "Access-Control-Allow-Origin": "capacitor://localhost", Vary: "Accept, origin" },
  },
  { name: "nobody", headers: { "Access-Control-Allow-Origin": "" } },
  {
    name: "one origin for all who ask",
    headers: { "Access-Control-Allow-Origin": "https://app.example", "Cache-Control": "private, max-age=60" },
  },
  {
    name: "a preflight",
    ...options,
    ...without({ "Access-Control-Max-Age": "86400", "Access-Control-Allow-Credentials": "true" }),
  },
  {
    name: "a foreign preflight",
    ...options,
    sends: { ...preflight, ...foreign },
    status: 403,
    headers: { "Content-Type": "text/plain" },
    body: "not from there",
  },
  { name: "X-Forwarded to itself", headers: { "X-Served-By": "127.0.0.1:80" } },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 120_000);

it("what is owed over https only is not missed over http", () => {
  const cookie = [["Set-Cookie", "theme=dark; SameSite=Lax"]] as const;
  const told = (rule: string, exchange: Exchange) => faultsOf(rule, exchange).length;
  expect(told("cookie-secure", { url: "https://a.example/", headers: cookie })).toBe(1);
  expect(told("cookie-secure", { url: "http://a.example/", headers: cookie })).toBe(0);
  expect(told("cookie-secure", { url: "https://a.example/", headers: [["Set-Cookie", "a=b; Secure"]] })).toBe(0);
  expect(told("sec-hsts-present", { url: "https://a.example/" })).toBe(1);
  expect(told("sec-hsts-present", { url: "http://a.example/" })).toBe(0);
  expect(
    told("sec-hsts-present", { url: "https://a.example/", headers: [["Strict-Transport-Security", "max-age=1"]] }),
  ).toBe(0);
});
