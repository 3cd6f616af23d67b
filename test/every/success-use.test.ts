import { expect, it } from "vitest";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

// What goes with the codes of a success: each rule broken once, and habits that are right.
const created = { status: 201, method: "POST", sendsBody: { name: "a" } } as const;
const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"sub":"a"}').toString("base64url")}.`;
const signed = `${Buffer.from('{"alg":"HS256"}').toString("base64url")}.${Buffer.from('{"sub":"a"}').toString("base64url")}.c2ln`;

const vectors: ReadonlyArray<Vector> = [
  { rule: "200-get-has-content", headers: { "Content-Type": null, "Transfer-Encoding": "chunked" }, body: null },
  { name: "an empty file", headers: { "Content-Length": "0" }, body: null },
  { rule: "200-empty-should-be-204", method: "DELETE", headers: { "Content-Type": null }, body: null },
  { rule: "201-location-no-fragment", ...created, headers: { Location: "/things/a1#top" }, body: { name: "a" } },
  { rule: "201-location-not-request-uri", ...created, headers: { Location: "/v4" }, body: { name: "a" } },
  { rule: "201-location-same-origin", ...created, headers: { Location: "http://files.example/things/a1" } },
  { rule: "201-location-contains-id", ...created, headers: { Location: "/things/a2" } },
  { name: "a relative Location", ...created, headers: { Location: "things/a1" } },
  {
    name: "a Location with a comma and an encoded id",
    ...created,
    headers: { Location: "/things/a%2C1" },
    body: { id: "a,1" },
  },
  { name: "an id that is a path", ...created, headers: { Location: "/things/a1" }, body: { id: "things/a1" } },
  {
    rule: "201-body-describes-resource",
    ...created,
    headers: { Location: "/things/a1", "Content-Type": null },
    body: null,
  },
  {
    rule: "202-not-final-claims",
    method: "POST",
    status: 202,
    headers: { Location: "/jobs/1" },
    body: { status: "done" },
  },
  {
    rule: "204-no-content-length",
    method: "DELETE",
    status: 204,
    headers: { "Content-Type": null, "Content-Length": "5" },
    body: null,
  },
  { rule: "health-200-or-503", path: "/health", body: { status: "DOWN" } },
  { name: "a degraded service", path: "/healthz", body: { status: "degraded" } },
  { rule: "health-no-store", path: "/health", headers: { "Cache-Control": "max-age=60" }, body: { status: "up" } },
  {
    rule: "file-download-length-or-chunked",
    headers: { "Content-Disposition": 'attachment; filename="a.txt"', "Transfer-Encoding": null },
  },
  {
    rule: "204-no-transfer-encoding",
    method: "DELETE",
    status: 204,
    headers: { "Content-Type": null, "Transfer-Encoding": "chunked" },
    body: null,
  },
  { rule: "204-no-content-type", method: "DELETE", status: 204, body: null },
  {
    rule: "204-no-zero-length",
    method: "DELETE",
    status: 204,
    headers: { "Content-Type": null, "Content-Length": "0" },
    body: null,
  },
  {
    rule: "207-item-no-1xx",
    method: "POST",
    status: 207,
    sendsBody: { a: 1 },
    body: [{ status: 102 }, { status: 201 }],
  },
  { rule: "delete-success-code", method: "DELETE", status: 203 },
  { rule: "put-success-code", method: "PUT", status: 203, sendsBody: { a: 1 } },
  { rule: "patch-success-code", method: "PATCH", status: 203, sendsBody: { a: 1 } },
  { rule: "options-success", method: "OPTIONS" },
  { name: "OPTIONS with an empty Allow", method: "OPTIONS", headers: { Allow: "" } },
  {
    name: "a preflight",
    method: "OPTIONS",
    sends: { Origin: "https://a.example", "Access-Control-Request-Method": "PUT" },
  },
  {
    rule: "token-response-no-store",
    headers: { "Cache-Control": "private" },
    body: { access_token: "abc", token_type: "Bearer" },
  },
  { name: "a list of tokens", headers: { "Cache-Control": "private" }, body: { access_token: "abc", id: 7 } },
  { rule: "jwt-not-none-alg", body: { token: unsigned } },
  { name: "a signed token", body: { token: signed } },
  { rule: "file-download-disposition", headers: { "Content-Disposition": 'attachment; filename="../a.txt"' } },
  {
    name: "a download",
    headers: {
      "Content-Disposition": "attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt",
      "Content-Length": "11",
    },
  },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 60_000);
