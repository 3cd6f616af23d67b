import { expect, it } from "vitest";
import { faultsOf } from "../support/script.ts";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

// Redirects: each rule broken once, and habits that are right.
const bare = { "Content-Type": null } as const;

const vectors: ReadonlyArray<Vector> = [
  { rule: "3xx-location-not-self", status: 302, headers: { ...bare, Location: "/v0" }, body: null },
  {
    name: "to itself with a cookie",
    status: 302,
    headers: { ...bare, Location: "/v1", "Set-Cookie": "seen=1; Path=/; Secure; HttpOnly; SameSite=Lax" },
    body: null,
  },
  {
    name: "to itself for the next try",
    status: 307,
    headers: { ...bare, Location: "v2", "Retry-After": "1" },
    body: null,
  },
  {
    rule: "301-302-method-change-risk",
    method: "POST",
    status: 301,
    headers: { ...bare, Location: "/new" },
    body: null,
  },
  {
    rule: "303-location-differs-from-request",
    method: "POST",
    status: 303,
    headers: { ...bare, Location: "./v4" },
    body: null,
  },
  {
    rule: "3xx-cacheability-explicit",
    status: 308,
    headers: { ...bare, Location: "/new", "Cache-Control": null },
    body: null,
  },
  { rule: "300-alternatives", status: 300, headers: bare, body: null },
  { name: "300 with a list", status: 300, body: { choices: ["/a", "/b"] } },
  {
    rule: "304-no-representation-metadata",
    status: 304,
    sends: { "If-None-Match": '"a"' },
    headers: { ETag: '"a"', "Content-Type": "application/json" },
    body: null,
  },
  { name: "a plain 307", status: 307, headers: { ...bare, Location: "../other?x=1" }, body: null },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 60_000);

it("3xx-location-no-downgrade: a redirect away from TLS is told, one within it is not", () => {
  const answer = (location: string) => ({
    url: "https://api.example/a",
    status: 302,
    headers: [["Location", location]] as const,
  });
  expect(faultsOf("3xx-location-no-downgrade", answer("http://api.example/b"))).toEqual([
    'Location is "http://api.example/b"',
  ]);
  for (const location of ["https://api.example/b", "/b", "//cdn.example/b"]) {
    expect(faultsOf("3xx-location-no-downgrade", answer(location))).toEqual([]);
  }
});
