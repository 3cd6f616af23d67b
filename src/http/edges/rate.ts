import type { Edge } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;

/** Too much at once. */
export const rateEdges = {
  "ec-rate-burst": {
    ...byHandOnly,
    title: "when there are too many at once",
    codes: [429],
    byHand: "say how many requests at once exceed the limit: `429: { burst: 20 }`",
    trap: "test environments often have no limit, and others count by address",
    why: "the client has sent more than it may",
    source: "the guide: 429 when the limit is exceeded; RFC 6585, 4",
  },
  "ec-rate-after-wait": {
    ...byHandOnly,
    title: "once there is room again",
    byHand: "nothing: after a `burst` the rule `429-clears-after-window` waits for Retry-After and asks again",
    why: "a limit ends where it says",
    source: "the guide: when to retry; RFC 6585, 4",
  },
  "ec-rate-headers-on-success": {
    ...byHandOnly,
    title: "while there is room",
    byHand: "nothing: the rules on rate-limit headers look at every response; to demand them, name them in `headers:`",
    why: "a client must know how much is left",
    source: "the guide: rate limit headers",
  },
  "ec-rate-per-client": {
    ...byHandOnly,
    title: "when another client was too fast",
    byHand: "exceed the limit as one identity with `burst`, and ask as another in a flow",
    trap: "a limit by address counts them together",
    why: "nobody pays for others",
    source: "RFC 6585, 4",
  },
  "ec-rate-login-failures": {
    ...byHandOnly,
    title: "after many wrong passwords",
    byHand:
      "on an account that may be locked: `POST /login: { expect: { 429: { burst: 6, when: { body: { password: wrong } } } } }`, or a flow",
    trap: "it locks the account",
    why: "passwords must not be guessed",
    source: "the guide: 429 for too many failed logins; OWASP API4:2023",
  },
  "ec-rate-reset-requests": {
    ...byHandOnly,
    title: "after many password resets",
    byHand: "on an address of your own: `429: { burst: 6 }` at the endpoint that sends the mail",
    trap: "it sends mails",
    why: "nobody wants a hundred mails",
    source: "the guide: 429 for too many reset requests",
  },
  "ec-slow-request": {
    ...byHandOnly,
    title: "when the body comes too slowly",
    codes: [408],
    byHand: "Newman sends the body at once: try it with a socket, or `curl --limit-rate`",
    trap: "a server may close the connection and say nothing",
    why: "a server does not wait for ever",
    source: "the guide: 408 when the client is too slow; RFC 9110, 15.5.9",
  },
  "ec-cl-larger-than-body": {
    ...byHandOnly,
    title: "when Content-Length is too large",
    byHand: "the server waits for the rest, and so does Newman: try it with a socket",
    trap: "to wait is right",
    why: "the rest of the body never comes",
    source: "RFC 9112, 6.3",
  },
  "ec-response-time": {
    ...byHandOnly,
    title: "in time",
    byHand: "say how long it may take: `200: { under: 500ms }`",
    why: "a right answer that comes too late is wrong",
    source: "the guide: response times",
  },
} as const satisfies Record<string, Edge>;
