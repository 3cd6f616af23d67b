import { expect, it } from "vitest";
import { faultsOf } from "../support/script.ts";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

const busy = (headers: Vector["headers"]): Vector => ({
  status: 503,
  headers: { "Content-Type": "text/plain", ...headers },
  body: "busy",
});

const vectors: ReadonlyArray<Vector> = [
  { rule: "content-encoding-grammar", headers: { "Content-Encoding": "utf-8" }, sends: { "Accept-Encoding": "utf-8" } },
  { rule: "content-encoding-requested", headers: { "Content-Encoding": "zstd" } },
  {
    rule: "content-encoding-requested",
    name: "refused by weight",
    headers: { "Content-Encoding": "zstd" },
    sends: { "Accept-Encoding": "*, zstd;q=0.0" },
  },
  { rule: "content-language-grammar", headers: { "Content-Language": "en_US" } },
  { rule: "content-location-uri", headers: { "Content-Location": "/a b" } },
  { rule: "content-range-only-206-416", headers: { "Content-Range": "items 0-9/100" } },
  { rule: "no-request-headers-in-response", headers: { "User-Agent": "curl/8" } },
  { rule: "header-values-ascii", headers: { "X-Name": "Jos\u00e9" } },
  { rule: "header-section-size", headers: { "X-Policy": "a".repeat(9000) } },
  { rule: "singleton-headers-not-repeated", headers: { ETag: ['"a"', '"b"'] } },
  { rule: "deprecated-headers", headers: { Pragma: "no-cache" } },
  { rule: "retry-after-grammar", ...busy({ "Retry-After": "60s" }) },
  { rule: "retry-after-single", ...busy({ "Retry-After": ["60", "120"] }) },
  { rule: "upgrade-needs-connection", headers: { Upgrade: "h2c", Connection: "keep-alive" } },

  {
    name: "a coding that was asked for",
    headers: { "Content-Encoding": "x-gzip" },
    sends: { "Accept-Encoding": "gzip;q=0.5, *;q=0" },
    body: null,
    status: 204,
  },
  { name: "any coding", headers: { "Content-Encoding": "dcb" }, sends: { "Accept-Encoding": "*" } },
  {
    name: "headers that may come often",
    headers: { Link: ["</a>; rel=next", "</b>; rel=prev"], Vary: ["Accept", "Origin"] },
  },
  { name: "Content-Location with a query", headers: { "Content-Location": "/books?page=2" } },
  {
    name: "Accept-Encoding and Accept of a 415",
    status: 415,
    headers: { Accept: "application/json", "Content-Type": "text/plain" },
    body: "no such type",
  },
  { name: "Upgrade as it should be", headers: { Upgrade: "h2c", Connection: "Upgrade, keep-alive" } },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 120_000);

it("transfer-encoding-chunked-only tells of codings that do not end in chunked", () => {
  const told = (value: string) =>
    faultsOf("transfer-encoding-chunked-only", { headers: [["Transfer-Encoding", value]] });
  expect(["identity", "gzip", "identity, chunked"].map((value) => told(value).length)).toEqual([1, 1, 1]);
  expect(["chunked", "gzip, Chunked"].flatMap(told)).toEqual([]);
});
