import type { Edge } from "../edge.ts";

const byHandOnly = { codes: [], tier: 3, needs: [], change: { kind: "none" } } as const;

/** What the guide tells as stories: flows, and endpoints with a `when` for each turn. `collections/` has them. */
export const scenarioEdges = {
  "ec-cart-add": {
    ...byHandOnly,
    title: "when something is put into a cart",
    byHand: "write it as an endpoint with a `when` for each turn, as collections/shop does",
    why: "a product, a quantity and a stock can each be wrong",
    source: "the guide: adding to a cart",
  },
  "ec-payment": {
    ...byHandOnly,
    title: "when it is paid",
    codes: [402],
    byHand: "say how a payment fails: `402: { when: { body: { card: declined } } }`, with a card for tests",
    trap: "400, 409 and 422 are in use for a card that is declined",
    why: "the payment was declined",
    source: "the guide: processing a payment; RFC 9110, 15.5.3",
  },
  "ec-order-fetch": {
    ...byHandOnly,
    title: "when an order is looked up",
    byHand: "write it as an endpoint with 200, 404 and 410, as collections/shop does",
    trap: "a cancelled order is often 200 with its state",
    why: "an order may be there, unknown or gone",
    source: "the guide: order fulfilment",
  },
  "ec-register": {
    ...byHandOnly,
    title: "when somebody registers",
    byHand: "write it as an endpoint with a `when` for each turn, as collections/accounts does",
    trap: "to say that an address is known tells strangers who is a customer",
    why: "an address can be wrong or taken, and a password weak",
    source: "the guide: user registration",
  },
  "ec-login": {
    ...byHandOnly,
    title: "when somebody logs in",
    byHand: "write it as an endpoint with a `when` for each turn, as collections/accounts does",
    why: "a password can be wrong, and an account suspended",
    source: "the guide: login",
  },
  "ec-password-reset": {
    ...byHandOnly,
    title: "when a password is forgotten",
    byHand: "write it as an endpoint with a `when` for each turn, as collections/accounts does",
    trap: "404 for an unknown address tells strangers who is a customer: the same 200 for both is right",
    why: "an address can be unknown, and asked for too often",
    source: "the guide: password reset; OWASP: forgotten passwords",
  },
  "ec-upload": {
    ...byHandOnly,
    title: "when a file is uploaded",
    byHand:
      "write it as an endpoint with `multipart`, and a flow for each file that is refused, as collections/files does",
    why: "a file can be broken, too large or of another type",
    source: "the guide: file upload",
  },
  "ec-upload-wrong-extension": {
    ...byHandOnly,
    title: "when a program is called a picture",
    byHand: "put such a file beside the manifest, and send it in a flow: `multipart: { file: { file: program.png } }`",
    trap: "a store of files takes any",
    why: "a name says nothing of what is inside",
    source: "OWASP: file upload",
  },
  "ec-upload-filename-traversal": {
    ...byHandOnly,
    title: "when the file's name leads elsewhere",
    byHand: "Newman sends the name that the file has: try `curl -F 'file=@a.png;filename=../../a.png'`",
    why: "a name is no path",
    source: "OWASP: file upload",
  },
  "ec-download": {
    ...byHandOnly,
    title: "when a file is downloaded",
    byHand: "nothing: `GET /files/{id}: 200 206 304 404 416` asks all of it, as collections/files does",
    why: "a file may be asked for in part, again, or in vain",
    source: "the guide: file download",
  },
  "ec-service-health": {
    ...byHandOnly,
    title: "when somebody asks how it is",
    byHand: "nothing: `GET /health: 200` asks it; for 503 see `explain ec-health-starting`",
    why: "it is well, or it is not",
    source: "the guide: service health checks",
  },
  "ec-inter-service": {
    ...byHandOnly,
    title: "when one service asks another",
    byHand: "say how your gateway is told to fail, a `when` for each of 502, 503 and 504, as collections/gateway does",
    trap: "408 is about the client's request: a service that does not answer is 504",
    why: "the other may be slow, silent or wrong",
    source: "the guide: requests between services",
  },
  "ec-mock-examples": {
    ...byHandOnly,
    title: "against a mock",
    byHand: "`newmanifest run --mock` runs the suite against a mock of its own",
    why: "a suite that is green on its own description is ready",
    source: "the guide: examples with various status codes",
  },
} as const satisfies Record<string, Edge>;
