import type { Edge } from "../edge.ts";

/** Conditional requests. */
export const preconditionEdges = {
  "ec-if-none-match-current": {
    title: "when nothing has changed",
    codes: [304],
    tier: 1,
    methods: ["GET", "HEAD"],
    needs: [],
    change: { kind: "validator" },
    why: "the client's copy is still current",
    source: "the guide: 304 for conditional requests; RFC 9110, 13.1.2",
  },
  "ec-if-match-stale": {
    title: "when it has changed since it was read",
    codes: [412],
    tier: 1,
    needs: [],
    change: { kind: "header", name: "If-Match", value: '"newmanifest-stale"' },
    why: "the condition of the request does not hold",
    source: "RFC 9110, 13.1.1",
  },
} as const satisfies Record<string, Edge>;
