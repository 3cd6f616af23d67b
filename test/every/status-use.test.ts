import { expect, it } from "vitest";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

// Status codes that say something about the request: each rule broken once, and habits that are right.
const vectors: ReadonlyArray<Vector> = [
  { rule: "status-three-digit-range", status: 600, expects: 200, body: { error: "strange" } },
  { rule: "status-registered", status: 299 },
  { rule: "status-not-reserved-or-deprecated", status: 418, body: { error: "a teapot" } },
  { rule: "status-201-not-on-safe-method", status: 201, headers: { Location: "/a1" } },
  { rule: "status-206-only-if-range", status: 206, headers: { "Content-Range": "bytes 0-10/12" } },
  { rule: "status-304-only-if-conditional", status: 304, headers: { "Content-Type": null }, body: null },
  {
    name: "412 to If-Match",
    method: "PUT",
    status: 412,
    sends: { "If-Match": '"a"' },
    sendsBody: { a: 1 },
    body: { error: "it has changed" },
  },
  {
    rule: "status-412-only-if-precondition",
    method: "PUT",
    status: 412,
    sendsBody: { a: 1 },
    body: { error: "it has changed" },
  },
  {
    rule: "status-416-only-if-range",
    status: 416,
    headers: { "Content-Range": "bytes */12" },
    body: { error: "no such range" },
  },
  { rule: "status-417-only-if-expect", status: 417, body: { error: "expectation failed" } },
  { rule: "status-406-only-if-negotiating", status: 406, body: { error: "not acceptable" } },
  { name: "406 to Accept", status: 406, sends: { Accept: "image/png" }, body: { error: "not acceptable" } },
  {
    rule: "status-post-never-206-304-416",
    method: "POST",
    status: 416,
    sends: { Range: "bytes=9-" },
    headers: { "Content-Range": "bytes */5" },
    body: { error: "no such range" },
  },
  { rule: "status-425-early-data", status: 425, body: { error: "too early" } },
  { name: "425 to early data", status: 425, sends: { "Early-Data": "1" }, body: { error: "too early" } },
  { rule: "status-451-explained", status: 451, headers: { "Content-Type": null }, body: null },
  { rule: "status-511-not-origin", status: 511, body: { error: "log in to the network" } },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 60_000);
