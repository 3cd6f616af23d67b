import type { Edge } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;

/** Conflicts and duplicates. */
export const conflictEdges = {
  "ec-duplicate-create": {
    title: "when the same {thing} exists already",
    codes: [409],
    tier: 1,
    rank: 17,
    methods: ["POST"],
    policy: "duplicate",
    needs: ["creates", "json-body"],
    change: { kind: "repeat" },
    implied: { family: "2xx|303|400|409|422", needs: ["repeatable"], isWhateverPolicy: true },
    trap: "where nothing is unique, the same twice are two",
    why: "it exists already",
    source: "the guide: 409 when the resource already exists; RFC 9110, 15.5.10",
  },
  "ec-duplicate-case-variant": {
    ...byHandOnly,
    title: "when it exists in another case",
    byHand: "write a flow: create it, then create it with the e-mail in capitals, and expect 409",
    trap: "where case matters, it is another one",
    why: "two accounts of one person are a mistake",
    source: "the guide: 409 when the resource already exists",
  },
  "ec-duplicate-concurrent": {
    ...byHandOnly,
    title: "when two create it at once",
    byHand: "try it with a load tool: two creates of one unique value at once, of which one must be refused",
    why: "a check before the write is not enough",
    source: "the guide: 409 for simultaneous updates",
  },
  "ec-state-conflict": {
    ...byHandOnly,
    title: "when its state does not allow it",
    codes: [409],
    byHand: "write a flow with the step twice, `- POST /orders/{order}/payment: 200`, and then `: 409`",
    trap: "a step that may be repeated answers 200",
    why: "what is done cannot be done again",
    source: "the guide: 409 when an order is already processed",
  },
  "ec-out-of-order": {
    ...byHandOnly,
    title: "when an earlier step is missing",
    byHand: "write a flow that leaves the earlier step out, and expect what the later one is refused with",
    trap: "400, 403, 404, 409 and 422 are all in use",
    why: "a later step needs the earlier ones",
    source: "OWASP: prevent out-of-order API execution",
  },
} as const satisfies Record<string, Edge>;
