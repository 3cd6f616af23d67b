import type { Edge } from "../edge.ts";
import { conditionalRangeEdges } from "./range-condition.ts";

const get = { methods: ["GET"], needs: [] } as const;

// A server may ignore any Range (RFC 9110, 14.2), and of one byte or none there is no second.
const part = { family: "happy|206|416", needs: ["ranges"] } as const;

/** Parts of a representation. */
export const rangeEdges = {
  "ec-range-first-bytes": {
    ...get,
    title: "for the first byte only",
    codes: [206],
    tier: 1,
    change: { kind: "header", name: "Range", value: "bytes=0-0" },
    why: "one part of the representation was asked for",
    source: "the guide: range request fulfilled; RFC 9110, 14.2",
  },
  "ec-range-unsatisfiable": {
    ...get,
    title: "for a range beyond the end",
    codes: [416],
    tier: 1,
    change: { kind: "header", name: "Range", value: "bytes=999999999-" },
    why: "the range lies outside of the representation",
    source: "RFC 9110, 15.5.17",
  },
  "ec-range-suffix": {
    ...get,
    title: "for the last five bytes",
    codes: [],
    tier: 2,
    rank: 26,
    change: { kind: "header", name: "Range", value: "bytes=-5" },
    implied: part,
    trap: "of fewer bytes it is the whole",
    why: "a range may be counted from the end",
    source: "RFC 9110, 14.1.2",
  },
  "ec-range-open": {
    ...get,
    title: "for all but the first byte",
    codes: [],
    tier: 2,
    rank: 30,
    change: { kind: "header", name: "Range", value: "bytes=1-" },
    implied: part,
    why: "a range need not have an end",
    source: "RFC 9110, 14.1.2",
  },
  "ec-range-beyond-end": {
    ...get,
    title: "for more bytes than there are",
    codes: [],
    tier: 2,
    rank: 32,
    change: { kind: "header", name: "Range", value: "bytes=0-999999999" },
    implied: part,
    why: "a range that ends too late ends with the representation",
    source: "RFC 9110, 14.1.2",
  },
  "ec-range-multi": {
    ...get,
    title: "for two ranges",
    codes: [],
    tier: 2,
    rank: 34,
    change: { kind: "header", name: "Range", value: "bytes=0-0,2-2" },
    implied: part,
    trap: "several parts, one that covers them, and the whole are all right",
    why: "a client may ask for several parts at once",
    source: "RFC 9110, 15.3.7.2",
  },
  "ec-range-invalid": {
    ...get,
    title: "for a range that ends before it begins",
    codes: [],
    tier: 2,
    rank: 57,
    change: { kind: "header", name: "Range", value: "bytes=5-2" },
    implied: { family: "happy|206|400|416" },
    trap: "it may be ignored or refused",
    why: "it is no range, and code that takes it for one fails",
    source: "RFC 9110, 14.1.1 and 14.2",
  },
  "ec-range-unknown-unit": {
    ...get,
    title: "for a range in a unit that nobody knows",
    codes: [],
    tier: 2,
    rank: 77,
    change: { kind: "header", name: "Range", value: "newmanifest=0-4" },
    implied: { family: "happy|400|416", needs: ["ranges"] },
    trap: "it is to be ignored; Go says 416",
    why: "only what is known can be cut",
    source: "RFC 9110, 14.2",
  },
  "ec-range-many": {
    ...get,
    title: "for 200 ranges",
    codes: [],
    tier: 3,
    change: { kind: "header", name: "Range", value: manyRanges() },
    implied: { family: "happy|206|400|403|416|429|431" },
    why: "many small parts cost more than the whole",
    source: "RFC 9110, 14.2 and 17.15",
  },
  "ec-range-on-post": {
    title: "with a range",
    codes: [],
    tier: 3,
    methods: ["POST"],
    needs: ["repeatable"],
    change: { kind: "header", name: "Range", value: "bytes=0-0" },
    implied: { family: "happy|4xx" },
    why: "only GET has ranges",
    source: "RFC 9110, 14.2",
  },
  ...conditionalRangeEdges,
} as const satisfies Record<string, Edge>;

/** 1,200 characters: fewer than any server's limit. */
function manyRanges(): string {
  return `bytes=${Array.from({ length: 200 }, (_, index) => `${index * 2}-${index * 2}`).join(",")}`;
}
