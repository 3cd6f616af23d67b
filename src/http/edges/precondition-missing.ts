import type { Edge } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;

/** Conditions that are left out, and those that only several requests together can show. */
export const missingPreconditionEdges = {
  "ec-precondition-required": {
    title: "without a condition",
    codes: [428],
    tier: 1,
    rank: 18,
    methods: ["PUT", "PATCH", "DELETE", "POST"],
    needs: ["condition"],
    change: {
      kind: "headers",
      set: [
        ["If-Match", null],
        ["If-Unmodified-Since", null],
      ],
    },
    also: [400, 412],
    why: "who changes it must say what they have seen",
    source: "RFC 6585, 3",
  },
  "ec-if-none-match-other": {
    ...byHandOnly,
    title: "for another validator than its own",
    byHand: "nothing: the rule `304-only-for-current` asks for it by itself",
    why: "what the client has is not what there is",
    source: "RFC 9110, 13.1.2",
  },
  "ec-if-match-current": {
    ...byHandOnly,
    title: "when nothing has changed since it was read",
    byHand:
      "where the body shows the version, write a flow: `save` it, and send it in `headers: { If-Match: ... }` of the next step",
    trap: "a weak tag never matches",
    why: "the condition of the request holds",
    source: "RFC 9110, 13.1.1",
  },
  "ec-lost-update": {
    ...byHandOnly,
    title: "when somebody else was faster",
    byHand:
      "where the body shows the version, write a flow: `save` it, change it twice with the same If-Match, and expect 412 of the second",
    why: "the second of two must not overwrite the first unseen",
    source: "RFC 9110, 13.1.1",
  },
} as const satisfies Record<string, Edge>;
