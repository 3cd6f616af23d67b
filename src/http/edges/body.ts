import type { Edge } from "../edge.ts";

/** Bodies that cannot be parsed, or are of another kind. */
export const bodyEdges = {
  "ec-json-malformed-truncated": {
    title: "when the body is not JSON",
    // An API that declares 422 alone speaks of invalid bodies: to one that cannot be parsed 400 is right as well.
    codes: [400],
    tier: 1,
    policy: "malformed",
    alsoIfDeclared: [422],
    needs: ["json-body"],
    change: { kind: "body", of: "truncated" },
    implied: { family: "400|422" },
    why: "the body cannot be parsed",
    source: "the guide: 400 for malformed JSON; RFC 9110, 15.5.1",
  },
} as const satisfies Record<string, Edge>;
