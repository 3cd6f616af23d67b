import type { Edge } from "../edge.ts";

/** Parts of a representation. */
export const rangeEdges = {
  "ec-range-first-bytes": {
    title: "for the first byte only",
    codes: [206],
    tier: 1,
    methods: ["GET"],
    needs: [],
    change: { kind: "header", name: "Range", value: "bytes=0-0" },
    why: "one part of the representation was asked for",
    source: "the guide: range request fulfilled; RFC 9110, 14.2",
  },
  "ec-range-unsatisfiable": {
    title: "for a range beyond the end",
    codes: [416],
    tier: 1,
    methods: ["GET"],
    needs: [],
    change: { kind: "header", name: "Range", value: "bytes=999999999-" },
    why: "the range lies outside of the representation",
    source: "RFC 9110, 15.5.17",
  },
} as const satisfies Record<string, Edge>;
