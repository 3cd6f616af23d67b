import type { Edge } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;

/** What stands behind the API, or the API itself, is not there: only a switch of the server's own can show it. */
export const availabilityEdges = {
  "ec-upstream-down": {
    ...byHandOnly,
    title: "when what it depends on is down",
    codes: [503],
    byHand: "say how your API is told to fail: `503: { when: { headers: { X-Simulate: down } } }`",
    trap: "502 and 504 are in use",
    why: "what it depends on is down, which is no fault of its own",
    source: "the guide: 503 when the database is unavailable; RFC 9110, 15.6.4",
  },
  "ec-upstream-invalid": {
    ...byHandOnly,
    title: "when what it depends on answers nonsense",
    codes: [502],
    byHand: "say how your gateway is told to fail: `502: { when: { headers: { X-Simulate: invalid } } }`",
    why: "the answer of another server cannot be used",
    source: "the guide: 502 for an invalid upstream response; RFC 9110, 15.6.3",
  },
  "ec-upstream-slow": {
    ...byHandOnly,
    title: "when what it depends on does not answer in time",
    codes: [504],
    byHand: "say how your gateway is told to fail: `504: { when: { headers: { X-Simulate: slow } } }`",
    trap: "408 speaks of the client's request, and not of another server's answer",
    why: "another server did not answer in time",
    source: "RFC 9110, 15.6.5",
  },
  "ec-maintenance": {
    ...byHandOnly,
    title: "during maintenance",
    byHand: "say how it is switched on: `503: { when: { headers: { X-Simulate: maintenance } } }`",
    why: "it is away for a while, and says for how long",
    source: "the guide: 503 during maintenance; RFC 9110, 15.6.4",
  },
  "ec-health-up": {
    ...byHandOnly,
    title: "when all is well",
    byHand: "nothing: it is what `GET /health: 200` asks",
    why: "it is there",
    source: "the guide: service health checks",
  },
  "ec-health-starting": {
    ...byHandOnly,
    title: "when it is starting or overloaded",
    byHand:
      "say how it is told to say so: `GET /health: { expect: { 503: { when: { headers: { X-Simulate: starting } } } } }`",
    why: "it is not ready, and whoever balances the load must know",
    source: "the guide: 503 when the service is starting or overloaded",
  },
  "ec-retry-5xx": {
    ...byHandOnly,
    title: "until it succeeds",
    byHand: "write a flow with the failing request several times: `- GET /flaky: 503`, and then `: 200`",
    trap: "it tests whoever retries as much as the server",
    why: "a server error may pass",
    source: "the guide: retry on 5xx",
  },
  "ec-no-retry-4xx": {
    ...byHandOnly,
    title: "when it is repeated unchanged",
    byHand: "write a flow with the refused request twice, and the same code for both",
    why: "a client error does not pass by itself",
    source: "the guide: 4xx will not succeed on retry",
  },
} as const satisfies Record<string, Edge>;
