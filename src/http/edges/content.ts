import type { Edge } from "../edge.ts";

/** Media types and codings. */
export const contentEdges = {
  "ec-accept-unsupported": {
    title: "when no acceptable media type is left",
    codes: [406],
    tier: 2,
    needs: [],
    change: { kind: "header", name: "Accept", value: "application/x-newmanifest" },
    // A server may ignore Accept (RFC 9110, 12.4.1).
    implied: { family: "406|415|400|2xx|3xx", methods: ["GET"] },
    why: "the client accepts a media type that the server does not have",
    source: "RFC 9110, 15.5.7",
  },
  "ec-ct-unsupported": {
    title: "when the media type of the body is not supported",
    codes: [415],
    tier: 2,
    needs: ["body"],
    change: { kind: "header", name: "Content-Type", value: "application/x-newmanifest" },
    // Frameworks that never look at Content-Type parse it all the same, and then it may exist already.
    implied: { family: "415|400|406|409|422|2xx|3xx" },
    why: "the server does not know this media type",
    source: "the guide: 415 when the type is not allowed; RFC 9110, 15.5.16",
  },
} as const satisfies Record<string, Edge>;
