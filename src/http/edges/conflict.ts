import type { Edge } from "../edge.ts";

/** Conflicts and duplicates. */
export const conflictEdges = {
  "ec-duplicate-create": {
    title: "when the same {thing} exists already",
    codes: [409],
    tier: 1,
    methods: ["POST"],
    needs: ["creates", "json-body"],
    change: { kind: "repeat" },
    why: "it exists already",
    source: "the guide: 409 when the resource already exists; RFC 9110, 15.5.10",
  },
} as const satisfies Record<string, Edge>;
