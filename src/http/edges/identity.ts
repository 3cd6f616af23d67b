import type { Edge } from "../edge.ts";

/** Which resource is meant: ids and paths. */
export const identityEdges = {
  "ec-id-unknown": {
    title: "when there is no such {param}",
    codes: [404],
    tier: 1,
    needs: ["path-parameter"],
    change: { kind: "unknown-id" },
    // PUT and PATCH may create (RFC 5789, 2), DELETE may be indifferent, and a literal value need not be an id at all. A
    // server that has rules for its ids may say that this one breaks them.
    implied: { family: "404|410|403|400|422", methods: ["GET"], needs: ["created-id"] },
    why: "nothing has that id",
    source: "the guide: 404 when the resource does not exist; RFC 9110, 15.5.5",
  },
  "ec-deleted-get": {
    title: "after it was deleted",
    codes: [410, 404],
    tier: 1,
    methods: ["GET", "HEAD"],
    needs: ["deletable"],
    change: { kind: "after-delete" },
    implied: { family: "404|410|403" },
    why: "it was deleted",
    source: "the guide: 404 because the resource was deleted, 410 when intentionally so; RFC 9110, 15.5.5",
  },
  "ec-deleted-delete": {
    title: "when it is deleted again",
    codes: [410, 404],
    tier: 1,
    methods: ["DELETE"],
    policy: "deleteMissing",
    needs: ["deletable"],
    change: { kind: "after-delete" },
    // Whether a second DELETE is an error is a matter of taste; that it is no server error is not.
    implied: { family: "404|410|403|2xx" },
    why: "it is already gone",
    source: "the guide: 404 when the resource is already gone; RFC 9110, 9.3.5",
  },
} as const satisfies Record<string, Edge>;
