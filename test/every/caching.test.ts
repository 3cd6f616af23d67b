import { expect, it } from "vitest";
import { faultsOf } from "../support/script.ts";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

const past = "Wed, 21 Oct 2015 07:28:00 GMT";
const future = "Wed, 21 Oct 2065 07:28:00 GMT";
const kept = (value: string | ReadonlyArray<string> | null, headers: Vector["headers"] = {}) => ({
  headers: { "Cache-Control": value, ...headers },
});
const authorized = { Authorization: "Bearer abcdefgh" };

const vectors: ReadonlyArray<Vector> = [
  { rule: "date-present", headers: { Date: null } },
  { rule: "date-grammar", headers: { Date: "2024-05-01T12:00:00Z" } },
  { rule: "date-grammar", name: "on the wrong day", headers: { Date: "Mon, 21 Oct 2015 07:28:00 GMT" } },
  { rule: "date-skew", headers: { Date: past } },
  { rule: "http-date-headers-grammar", headers: { "Last-Modified": "2015-10-21T07:28:00Z" } },
  { rule: "http-date-headers-grammar", name: "Expires", headers: { Expires: "tomorrow" } },
  { rule: "http-date-obsolete", headers: { "Last-Modified": "Wednesday, 21-Oct-15 07:28:00 GMT" } },
  { rule: "expires-zero", headers: { Expires: "0" } },
  { rule: "expires-with-date", headers: { Date: null, Expires: past } },
  { rule: "last-modified-not-future", headers: { "Last-Modified": future } },
  { rule: "etag-grammar", headers: { ETag: "d41d8cd98f00b204" } },
  { rule: "etag-grammar", name: "a small w", headers: { ETag: 'w/"a"' } },
  { rule: "validator-on-200-get", ...kept("max-age=60") },
  {
    rule: "weak-etag-not-for-ranges",
    status: 206,
    sends: { Range: "bytes=0-0", "If-Range": 'W/"a"' },
    headers: { "Content-Range": "bytes 0-0/2", "Content-Type": "text/plain" },
    body: "a",
  },

  { rule: "cache-control-grammar", ...kept("max-age = 60") },
  { rule: "cache-control-grammar", name: "semicolons", ...kept("no-store; max-age=0") },
  { rule: "cache-control-grammar", name: "no number", ...kept("private, max-age=1h") },
  { rule: "cache-control-grammar", name: "in quotes", ...kept('private, max-age="60"') },
  { rule: "cache-control-no-conflict", ...kept("public, private") },
  { rule: "cache-control-no-conflict", name: "no-store and public", ...kept("no-store, public") },
  { rule: "cache-control-no-conflict", name: "two of one", ...kept(["private, max-age=60", "max-age=120"]) },
  { rule: "cache-control-no-request-directives", ...kept("private, min-fresh=60") },
  { rule: "cache-control-present-on-get", ...kept(null) },
  { rule: "cache-control-private-when-auth", ...kept("public, max-age=60"), sends: authorized },
  { rule: "sec-cache-no-store-authenticated", ...kept("max-age=60"), sends: authorized },
  {
    rule: "sec-cache-no-store-authenticated",
    name: "nothing at all",
    ...kept(null),
    sends: { "X-Api-Key": "abcdefgh" },
  },
  { rule: "cache-unsafe-not-stored", method: "PUT", ...kept("max-age=60") },
  { rule: "cache-max-age-sane", ...kept("max-age=99999999") },
  { rule: "no-cache-needs-validator", ...kept("no-cache") },
  { rule: "expires-vs-max-age", ...kept("max-age=60", { Expires: past }) },
  { rule: "cdn-cache-control-sf", headers: { "CDN-Cache-Control": "max-age=60;, no store" } },
  { rule: "age-grammar", headers: { Age: "1.5" } },
  { rule: "age-not-over-lifetime", ...kept("max-age=60", { Age: "61" }) },
  { rule: "vary-grammar", headers: { Vary: "Accept, accept" } },
  { rule: "vary-grammar", name: "no list", headers: { Vary: "Accept Origin" } },
  { rule: "vary-useless-fields", headers: { Vary: "User-Agent" } },
  {
    rule: "vary-accept-encoding-when-compressed",
    ...kept("max-age=60", { "Content-Encoding": "br", "Content-Type": "text/plain" }),
    body: Buffer.from([0x0b, 0x00, 0x80, 0x61, 0x03]),
  },

  { name: "public, to nobody in particular", ...kept("public, max-age=60") },
  { name: "the answer to a change says nothing", method: "POST", ...kept(null), sends: authorized },
  { name: "belt and braces", ...kept("no-store, no-cache, must-revalidate, max-age=0") },
  { name: "qualified directives", ...kept('public, private="set-cookie", no-cache="x-a", max-age=60') },
  { name: "what RFC 9111 wants of no-store", ...kept("must-understand, no-store, max-age=60") },
  { name: "an unknown directive, and capitals", ...kept('Private, MAX-AGE=60, acme-ttl=5, x="a, b"') },
  { name: "a list with nothing between commas", ...kept("no-store, , max-age=0") },
  { name: "Expires alone", ...kept(null, { Expires: future }) },
  { name: "a weak tag", headers: { ETag: 'W/"a,b"', "Last-Modified": past } },
  { name: "an empty tag", headers: { ETag: '""' } },
  {
    name: "a 400 of Node itself",
    status: 400,
    headers: { Date: null, "Content-Type": "text/plain" },
    body: "bad request",
  },
  { name: "private to somebody", ...kept("private, max-age=60"), sends: authorized },
  { name: "POST that may be kept", method: "POST", ...kept("max-age=60", { "Content-Location": "/books/1" }) },
  { name: "Vary of everything", headers: { Vary: "*" } },
  { name: "Age of a cache", ...kept("max-age=60", { Age: "30", Vary: "Accept-Encoding" }) },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 120_000);

it("a header that is made to hang the parsers costs little", () => {
  const headers = [
    ["Cache-Control", 'a="\\'.repeat(4000)],
    ["Vary", " ,".repeat(8000)],
    ["Date", `Sun, ${"0".repeat(16_000)}`],
  ] as const;
  for (const rule of [
    "cache-control-grammar",
    "cache-control-no-conflict",
    "vary-grammar",
    "date-grammar",
    "http-date-obsolete",
  ]) {
    const start = performance.now();
    faultsOf(rule, { headers });
    expect(performance.now() - start, rule).toBeLessThan(1000);
  }
});
