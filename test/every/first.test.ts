import { expect, it } from "vitest";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

// The first rules of every response, each broken once; and habits that are right.
const vectors: ReadonlyArray<Vector> = [
  {},
  { rule: "content-type-present", headers: { "Content-Type": null }, body: "hello" },
  { rule: "json-parsable", body: "{ no" },
  {
    rule: "retry-after-grammar",
    status: 503,
    headers: { "Retry-After": "1.5" },
    body: { error: { code: "BUSY", message: "come back later" } },
  },
  {
    rule: "problem-status-equals-actual",
    status: 404,
    headers: { "Content-Type": "application/problem+json" },
    body: { type: "/p", title: "no", status: 400 },
  },
  {
    name: "Retry-After as a date",
    status: 302,
    headers: { "Retry-After": "Wed, 21 Oct 2065 07:28:00 GMT", Location: "/new" },
  },
  { name: "no body at all", status: 200, headers: { "Content-Type": null, "Content-Length": "0" }, body: null },
];

it("every response: each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 60_000);
