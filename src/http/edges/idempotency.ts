import type { Edge } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;
const byKey = { codes: [], methods: ["POST", "PUT", "PATCH"], needs: ["idempotency-key", "repeatable"] } as const;

/** The same request twice, or two at once. */
export const idempotencyEdges = {
  "ec-idempotency-key-missing": {
    ...byKey,
    title: "without an Idempotency-Key",
    tier: 2,
    rank: 29,
    change: { kind: "headers", set: [["Idempotency-Key", null]] },
    implied: { family: "happy|4xx" },
    trap: "many servers take a request without a key for a request like others",
    why: "without a key nobody knows whether it was sent before",
    source: "draft-ietf-httpapi-idempotency-key-header, 2.7",
  },
  "ec-idempotency-key-malformed": {
    ...byKey,
    title: "when the Idempotency-Key has 1,000 characters",
    tier: 2,
    rank: 41,
    change: { kind: "header", name: "Idempotency-Key", value: "n".repeat(1_000) },
    implied: { family: "happy|4xx" },
    trap: "a server that keeps any text as a key takes it",
    why: "what is kept as a key has a length",
    source: "draft-ietf-httpapi-idempotency-key-header, 2.2",
  },
  "ec-idempotency-key-replay": {
    ...byHandOnly,
    title: "when it is sent again with its key",
    byHand:
      "write a flow with the same `headers: { Idempotency-Key: ... }` twice, `save` the id of the first, and expect it of the second",
    why: "what was done is not done again",
    source: "draft-ietf-httpapi-idempotency-key-header, 2.6",
  },
  "ec-idempotency-key-conflict": {
    ...byHandOnly,
    title: "when its key comes with another body",
    byHand:
      "write a flow with the same `headers: { Idempotency-Key: ... }` and two bodies, and expect 422 of the second",
    trap: "409 and 400 are in use",
    why: "one key stands for one request",
    source: "draft-ietf-httpapi-idempotency-key-header, 2.7",
  },
  "ec-idempotency-key-concurrent": {
    ...byHandOnly,
    title: "when it is sent twice at once",
    byHand:
      "try it with a load tool: of two with one key, one is carried out, and the other refused or answered the same",
    why: "the key is looked up before it is written",
    source: "draft-ietf-httpapi-idempotency-key-header, 2.7",
  },
  "ec-idempotency-key-other-user": {
    ...byHandOnly,
    title: "when another identity has the same key",
    byHand: "write a flow with the same `headers: { Idempotency-Key: ... }` and two identities: `as: ...`",
    why: "one client's answer is none of another's business",
    source: "draft-ietf-httpapi-idempotency-key-header, 5",
  },
  "ec-put-twice": {
    ...byHandOnly,
    title: "a second time",
    byHand: "nothing: the rule `put-idempotent` sends each PUT twice by itself",
    why: "twice is once",
    source: "RFC 9110, 9.2.2",
  },
  "ec-delete-twice": {
    ...byHandOnly,
    title: "a second time",
    byHand: "nothing: `ec-deleted-delete` does it",
    why: "what is gone stays gone",
    source: "RFC 9110, 9.2.2",
  },
  "ec-post-twice-no-key": {
    ...byHandOnly,
    title: "a second time",
    byHand: "nothing: `ec-duplicate-create` does it",
    trap: "two things are as right as a refusal",
    why: "POST is not idempotent",
    source: "RFC 9110, 9.2.2",
  },
  "ec-concurrent-updates": {
    ...byHandOnly,
    title: "when two change it at once",
    byHand: "try it with a load tool: two different updates at once, and no answer is a server error",
    why: "one of them is lost, or refused",
    source: "the guide: 409 for simultaneous updates",
  },
} as const satisfies Record<string, Edge>;
