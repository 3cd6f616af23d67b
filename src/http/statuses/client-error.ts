import type { Status } from "../status.ts";

/** 400 to 410: the request has to change before it can work. */
export const clientErrorStatuses = {
  400: {
    name: "Bad Request",
    meaning: "the server cannot understand the request",
    use: "broken JSON, a missing field, a query of the wrong type; where a better code exists, that one",
    mistake: "400 for every failure: a client cannot tell a wrong id from a wrong body",
    source: "RFC 9110, 15.5.1",
  },
  401: {
    name: "Unauthorized",
    meaning: "credentials are missing or not valid",
    use: "no token, an expired one, a wrong password; WWW-Authenticate says how to log in",
    mistake: "401 for a user who is known and has no permission: that is 403, and logging in again does not help",
    source: "RFC 9110, 15.5.2",
  },
  402: {
    name: "Payment Required",
    meaning: "payment is required or was declined",
    use: "a card that was declined, a plan that has ended; reserved by the RFC, common with payments",
    source: "RFC 9110, 15.5.3",
  },
  403: {
    name: "Forbidden",
    meaning: "the credentials are valid and not enough",
    use: "a missing permission, a suspended account, a blocked address; 404 where nobody may learn that it exists",
    mistake: "403 where nobody has logged in: that is 401",
    source: "RFC 9110, 15.5.4",
  },
  404: {
    name: "Not Found",
    meaning: "there is no such resource",
    use: "an unknown id, a wrong path, something that was deleted or is to be hidden",
    mistake: "200 with null, or 500 because the code did not expect it",
    source: "RFC 9110, 15.5.5",
  },
  405: {
    name: "Method Not Allowed",
    meaning: "the resource does not have this method",
    use: "a POST to what can only be read; Allow lists what works",
    mistake: "no Allow. Many frameworks give 404 unless told otherwise, which is no fault where 405 is not declared",
    source: "RFC 9110, 15.5.6",
  },
  406: {
    name: "Not Acceptable",
    meaning: "none of the accepted media types is available",
    use: "Accept names only types that the API does not have; ignoring Accept is legal, too",
    source: "RFC 9110, 15.5.7",
  },
  407: {
    name: "Proxy Authentication Required",
    meaning: "the proxy wants credentials",
    use: "by proxies only",
    source: "RFC 9110, 15.5.8",
  },
  408: {
    name: "Request Timeout",
    meaning: "the client took too long to send the request",
    use: "a slow or broken upload",
    mistake: "408 for a service behind the API that was slow: that is 504",
    source: "RFC 9110, 15.5.9",
  },
  409: {
    name: "Conflict",
    meaning: "the request conflicts with the state of the resource",
    use: "it exists already, it was changed meanwhile, its state does not allow it, others depend on it",
    mistake: "a body that does not say what is in the way, or where the existing one is",
    source: "RFC 9110, 15.5.10",
  },
  410: {
    name: "Gone",
    meaning: "it existed and is gone for good",
    use: "something deleted on purpose, where clients should forget the address; else 404",
    source: "RFC 9110, 15.5.11",
  },
} as const satisfies Record<number, Status>;
