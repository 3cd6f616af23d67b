import type { Edge } from "../edge.ts";

const get = { methods: ["GET"], needs: [] } as const;

/** Parts of a representation, on condition. */
export const conditionalRangeEdges = {
  "ec-if-range-match": {
    ...get,
    title: "for the first byte, if nothing has changed",
    codes: [],
    tier: 2,
    rank: 36,
    needs: ["ranges", "validators"],
    change: { kind: "validator", of: "if-range" },
    implied: { family: "happy|206|416" },
    trap: "a weak validator never matches, and then the whole is right",
    why: "the part belongs to what the client has",
    source: "RFC 9110, 13.1.5",
  },
  "ec-if-range-stale": {
    ...get,
    title: "for the first byte, if nothing has changed, and it has",
    codes: [],
    tier: 2,
    rank: 28,
    change: {
      kind: "headers",
      set: [
        ["If-Range", '"newmanifest-stale"'],
        ["Range", "bytes=0-0"],
      ],
    },
    implied: { family: "happy", needs: ["ranges"] },
    why: "a part of something else is of no use: the whole is sent",
    source: "RFC 9110, 13.1.5",
  },
  "ec-range-with-304": {
    ...get,
    title: "for the first byte, when nothing has changed",
    codes: [],
    tier: 2,
    rank: 67,
    needs: ["ranges", "validators"],
    change: { kind: "validator", of: "with-range" },
    implied: { family: "happy|206|304" },
    trap: "a server without ETags sends the part",
    why: "the condition comes before the range",
    source: "RFC 9110, 13.2.2 and 14.2",
  },
} as const satisfies Record<string, Edge>;
