import { expect, it } from "vitest";
import { faultsOf } from "../support/script.ts";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

const typed = (type: string | ReadonlyArray<string>) => ({ headers: { "Content-Type": type } });

const vectors: ReadonlyArray<Vector> = [
  { rule: "content-type-single", ...typed(["text/plain", "application/json"]) },
  { rule: "content-type-single", name: "as a list", ...typed("application/json, text/plain") },
  { rule: "content-type-grammar", ...typed("application/json; charset = utf-8") },
  { rule: "content-type-grammar", name: "half a type", ...typed("json"), body: "{}" },
  { rule: "content-type-matches-body", ...typed("text/html"), body: { id: "a1" } },
  { rule: "content-type-matches-body", name: "XML", ...typed("application/xml"), body: { id: "a1" } },
  { rule: "content-type-names-json", ...typed("text/plain"), body: { id: "a1" } },
  { rule: "json-parsable", body: "{ id: 1 }" },
  { rule: "json-parsable", name: "NaN, and more", body: "{ id: NaN }" },
  { rule: "json-no-nan-infinity", body: '{ "id": "NaN", "price": NaN, "max": -Infinity }' },
  { rule: "json-no-nan-infinity", name: "undefined", body: '{ "id": undefined }' },
  { rule: "json-no-byte-order-mark", body: '\uFEFF{"id":"a1"}' },
  { rule: "json-no-duplicate-keys", body: '{"id":"a1","of":[{"a":1,"b":{"a":2},"\\u0061":3}]}' },
  { rule: "json-charset-utf8", ...typed("application/json; charset=iso-8859-1") },
  { rule: "json-big-integers", body: '{"id":9007199254740993}' },
  { rule: "json-root-object", body: '["a"]' },
  { rule: "json-null-root", body: "null" },

  { name: "parameters in quotes", ...typed('application/json; charset="utf-8"') },
  { name: "a semicolon in the end", ...typed("application/json;") },
  { name: "a vendor's type", ...typed("application/vnd.acme.book.v1+json; profile=x") },
  { name: "HTML of one word", ...typed("text/html; charset=utf-8"), body: "OK" },
  { name: "HTML with braces", ...typed("text/html"), body: "{{ not JSON }}" },
  { name: "XML with a mark and a space before it", ...typed("text/xml"), body: "\uFEFF \n<?xml version='1.0'?><a/>" },
  { name: "SVG", ...typed("image/svg+xml"), body: "<svg/>" },
  { name: "plain text with a bracket", ...typed("text/plain"), body: "[draft] of a text" },
  { name: "one JSON value a line", ...typed("application/x-ndjson"), body: '{"a":1}\n{"a":2}' },
  {
    name: "a part of JSON",
    status: 206,
    sends: { Range: "bytes=0-3" },
    headers: { "Content-Range": "bytes 0-3/20" },
    body: '{"id',
  },
  { name: "the same key in two objects, and as a value", body: '{"a":"a","of":[{"a":":"},{"a":"{"}],"b":{"a":1}}' },
  {
    name: "long numbers that fit, and digits in strings",
    body: '{"a":1234567890123456,"b":0.12345678901234567,"c":"12345678901234567890","d":1e400}',
  },
  { name: "the word NaN in a string", body: '{"a":"NaN, Infinity and undefined"}' },
  { name: "an array", body: [{ id: "a1" }] },
  { name: "a guard before JSON", body: `)]}',\n{"id":"a1"}` },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 120_000);

it("a body that is made to hang the parsers costs little", () => {
  const headers = [["Content-Type", "application/json"]] as const;
  for (const body of [
    '"\\'.repeat(200_000),
    `"${'\\"'.repeat(200_000)}`,
    `[${"NaN,".repeat(100_000)}`,
    `${'{"a":'.repeat(4000)}`,
  ]) {
    const start = performance.now();
    for (const rule of ["json-no-nan-infinity", "json-no-duplicate-keys", "json-big-integers"])
      faultsOf(rule, { headers, body });
    expect(performance.now() - start).toBeLessThan(1500);
  }
});
