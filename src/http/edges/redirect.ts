import type { Edge } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;
const asItIs = "nothing: declare the redirect without a success, `GET /old: 301`, and the endpoint as it is shows it";

/** Redirects: what they lead to is read by the relations. */
export const redirectEdges = {
  "ec-redirect-permanent": {
    ...byHandOnly,
    title: "when it has moved for good",
    byHand: asItIs,
    why: "it is elsewhere for good",
    source: "the guide: 301 and 308; RFC 9110, 15.4.2 and 15.4.9",
  },
  "ec-redirect-temporary": {
    ...byHandOnly,
    title: "when it is elsewhere for now",
    byHand: asItIs,
    why: "it is elsewhere for now",
    source: "the guide: 302 and 307; RFC 9110, 15.4.3 and 15.4.8",
  },
  "ec-redirect-see-other": {
    ...byHandOnly,
    title: "when the answer is elsewhere",
    byHand: "nothing: declare it, `POST /orders: 303`, and the rule `303-followup-get` goes there",
    why: "the answer is to be had with GET",
    source: "the guide: 303 after a POST; RFC 9110, 15.4.4",
  },
  "ec-redirect-preserve-post": {
    ...byHandOnly,
    title: "when the method must stay the same",
    byHand: "nothing: declare it, `POST /old: 308`, and the rule `307-308-method-preserved` goes there",
    why: "301 and 302 turn POST into GET",
    source: "the guide: 307 and 308 keep the method; RFC 9110, 15.4.8 and 15.4.9",
  },
  "ec-redirect-no-loop": {
    ...byHandOnly,
    title: "when it leads in a circle",
    byHand: "nothing: every declared redirect is followed, and one that leads back is found",
    why: "a circle has no end",
    source: "RFC 9110, 15.4",
  },
  "ec-redirect-auth-not-leaked": {
    ...byHandOnly,
    title: "when it leads to another host",
    byHand: "nothing: the rules on redirects look where Location leads",
    why: "credentials are for the host they were given for",
    source: "RFC 9110, 15.4",
  },
  "ec-redirect-http-to-https": {
    ...byHandOnly,
    title: "without encryption",
    byHand: "give an environment with `baseUrl: http://...`, and run an endpoint that declares 308 there",
    why: "what is sent in the open can be read",
    source: "RFC 9110, 4.2.2; OWASP A02:2021",
  },
  "ec-redirect-keeps-query": {
    ...byHandOnly,
    title: "with a query",
    byHand: "give the redirect a query and say where it leads: `301: { headers: { Location: /new?x=1 } }`",
    trap: "a redirect may mean another query, or none",
    why: "what was asked is lost on the way",
    source: "RFC 9110, 10.2.2",
  },
} as const satisfies Record<string, Edge>;
