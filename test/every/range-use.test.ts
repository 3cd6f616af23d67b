import { expect, it } from "vitest";
import { expectedOf, judge, type Vector } from "../support/vectors.ts";

// Ranges and rate-limit fields: each rule broken once, and habits that are right.
const part = (range: string) => ({ "Content-Type": "text/plain", "Content-Range": range });
const asks = { Range: "bytes=0-3", "Accept-Encoding": "identity" } as const;

const vectors: ReadonlyArray<Vector> = [
  { name: "the first four bytes", status: 206, sends: asks, headers: part("bytes 0-3/10"), body: "abcd" },
  { name: "an unknown length", status: 206, sends: asks, headers: part("bytes 0-3/*"), body: "abcd" },
  { rule: "206-content-range-matches-request", status: 206, sends: asks, headers: part("bytes 4-7/10"), body: "efgh" },
  { rule: "206-length-equals-range", status: 206, sends: asks, headers: part("bytes 0-3/10"), body: "abcde" },
  { rule: "206-range-within-length", status: 206, sends: asks, headers: part("bytes 0-3/3"), body: "abcd" },
  {
    rule: "206-multipart-boundary",
    status: 206,
    sends: asks,
    headers: { "Content-Type": "multipart/byteranges" },
    body: "--a\r\n",
  },
  {
    name: "several parts",
    status: 206,
    sends: asks,
    headers: { "Content-Type": "multipart/byteranges; boundary=a" },
    body: "--a\r\nContent-Range: bytes 0-0/9\r\n\r\na\r\n--a--\r\n",
  },
  { rule: "accept-ranges-grammar", headers: { "Accept-Ranges": '"bytes"' } },
  { name: "no ranges", headers: { "Accept-Ranges": "none" } },
  { rule: "ratelimit-sf-grammar", headers: { RateLimit: '"default;r=1' } },
  {
    name: "the fields of the draft",
    headers: { RateLimit: '"default";r=50;t=30', "RateLimit-Policy": '"default";q=100;w=60' },
  },
  {
    name: "the fields of an older draft",
    headers: { RateLimit: "limit=100, remaining=50, reset=30", "RateLimit-Policy": "100;w=60" },
  },
];

it("each broken rule is told by its id, and nothing else", async () => {
  expect(await judge(vectors)).toEqual(expectedOf(vectors));
}, 60_000);
