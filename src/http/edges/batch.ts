import { type Edge, noServerError } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;
const ofList = { codes: [], methods: ["POST"], needs: ["list-body"], implied: { family: noServerError } } as const;

/** Many at once, and what is not done at once. */
export const batchEdges = {
  "ec-batch-empty": {
    ...ofList,
    title: "when the list is empty",
    tier: 1,
    rank: 13,
    change: { kind: "text", text: "[]" },
    trap: "nothing to do is done, or a mistake",
    why: "code that looks at the first of none fails",
    source: "the guide: invalid data is the client's error, never a 500",
  },
  "ec-batch-all-invalid": {
    ...ofList,
    title: "when nothing in the list is valid",
    tier: 1,
    rank: 15,
    change: { kind: "text", text: "[null]" },
    trap: "207 with an error for each, 400 and 422 are all in use",
    why: "code that looks into null fails",
    source: "the guide: 207 for partial success",
  },
  "ec-batch-partial": {
    ...byHandOnly,
    title: "when one of the list is not valid",
    codes: [207],
    byHand: "say what is not valid: `207: { when: { body: [<valid>, <not valid>] } }`",
    trap: "a batch that is done as a whole or not at all says 400 or 422",
    why: "one of them is done, and the other is not",
    source: "the guide: 207 for partial success; RFC 4918, 13",
  },
  "ec-batch-all-valid": {
    ...byHandOnly,
    title: "when all of the list is valid",
    byHand: "nothing: it is what the endpoint's own body asks",
    why: "all of it is done",
    source: "the guide: 207 for batches",
  },
  "ec-batch-too-many": {
    ...byHandOnly,
    title: "when the list is too long",
    byHand: "only you know the limit: `413: { when: { rawBody: ... } }`, or the endpoint once more with a longer body",
    why: "a batch without a limit is an attack waiting",
    source: "OWASP API4:2023",
  },
  "ec-async-accept": {
    ...byHandOnly,
    title: "when it is done later",
    byHand: "nothing: it is what `POST /exports: 202` asks",
    why: "it is accepted, and not done yet",
    source: "the guide: 202 for asynchronous processing; RFC 9110, 15.3.3",
  },
  "ec-async-poll": {
    ...byHandOnly,
    title: "until it is done",
    byHand: "nothing: after a 202 the rules on jobs ask where it says until it ends",
    why: "a client must find out how it ended",
    source: "the guide: 202 for asynchronous processing",
  },
  "ec-async-unknown-job": {
    ...byHandOnly,
    title: "of a job that nobody knows",
    byHand: "nothing: `ec-id-unknown` does it where the job is an endpoint, `GET /jobs/{id}: 200 404`",
    why: "there is no such job",
    source: "the guide: 404 when the resource does not exist",
  },
  "ec-async-cancel": {
    ...byHandOnly,
    title: "when the job is taken back",
    byHand: "write a flow: start it and `save` its id, then `- DELETE /jobs/{job}: 204`",
    trap: "409 if it has ended already",
    why: "what has not ended can be stopped",
    source: "RFC 9110, 9.3.5",
  },
} as const satisfies Record<string, Edge>;
