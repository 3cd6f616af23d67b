import type { Edge } from "../edge.ts";

/** What stands above the resource in its path. */
export const parentEdges = {
  "ec-parent-unknown": {
    title: "below an unknown {parent}",
    codes: [],
    tier: 1,
    rank: 9,
    methods: ["GET"],
    needs: ["created-id", "created-parent"],
    change: { kind: "path", of: "unknown-parent" },
    implied: { family: "404|410|400|403|422", also: [200] },
    trap: "where ids are unique across all parents, a server may look at the last one only: 200 is no more than a warning",
    why: "the child exists, and not below that parent: whoever looks at the last id alone shows what is somebody else's",
    source: "the guide: 404 when the resource does not exist; OWASP API1:2023",
  },
} as const satisfies Record<string, Edge>;
