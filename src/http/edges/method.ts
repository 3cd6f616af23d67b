import type { Edge } from "../edge.ts";

/** Methods. */
export const methodEdges = {
  "ec-method-undeclared": {
    title: "with {method} instead",
    codes: [405],
    tier: 2,
    policy: "wrongMethod",
    needs: ["undeclared-method"],
    change: { kind: "method" },
    // Half of the frameworks answer 404 to a wrong method, and 501 is for methods unknown to all of the server. What has moved
    // has moved for every method, and one that is there without being declared refuses the empty object in its own words.
    implied: { family: "3xx|4xx|501" },
    why: "the resource does not have this method",
    source: "the guide: 405 when the method is not supported for this endpoint; RFC 9110, 15.5.6",
  },
} as const satisfies Record<string, Edge>;
