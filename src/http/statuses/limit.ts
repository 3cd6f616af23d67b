import type { Status } from "../status.ts";

/** 411 to 451: conditions, sizes, types and limits that the request does not keep to. */
export const limitStatuses = {
  411: {
    name: "Length Required",
    meaning: "the length of the body must be declared",
    use: "a server that takes no chunked bodies",
    source: "RFC 9110, 15.5.12",
  },
  412: {
    name: "Precondition Failed",
    meaning: "the condition of the request does not hold",
    use: "If-Match with an old ETag: somebody else was faster, and nothing is overwritten",
    mistake: "409 for a failed If-Match, or no check at all, so that the last one wins",
    source: "RFC 9110, 15.5.13",
  },
  413: {
    name: "Content Too Large",
    meaning: "the body is larger than the server accepts",
    use: "a file above the limit; the connection may be closed before all of it was read",
    source: "RFC 9110, 15.5.14",
  },
  414: {
    name: "URI Too Long",
    meaning: "the URI is longer than the server accepts",
    use: "a query that should have been a body; some servers say 431",
    source: "RFC 9110, 15.5.15",
  },
  415: {
    name: "Unsupported Media Type",
    meaning: "the body's media type is not supported",
    use: "a Content-Type that the endpoint cannot read, a type of file that is not allowed",
    mistake: "taking it for JSON all the same, and failing with 500",
    source: "RFC 9110, 15.5.16",
  },
  416: {
    name: "Range Not Satisfiable",
    meaning: "the range lies outside of the representation",
    use: "a Range behind the end of the file; Content-Range says how long it is",
    source: "RFC 9110, 15.5.17",
  },
  417: {
    name: "Expectation Failed",
    meaning: "the expectation of the Expect header cannot be met",
    use: "an Expect other than 100-continue; most servers ignore it",
    source: "RFC 9110, 15.5.18",
  },
  418: { name: "(Unused)", meaning: "unused", use: "never: it is reserved", source: "RFC 9110, 15.5.19" },
  421: {
    name: "Misdirected Request",
    meaning: "this server does not answer for that host",
    use: "a connection that HTTP/2 reused for the wrong host",
    source: "RFC 9110, 15.5.20",
  },
  422: {
    name: "Unprocessable Content",
    meaning: "the syntax is right and the meaning is not",
    use: "valid JSON that breaks a rule: more than there is in stock, a password too weak. Some APIs use 400 for it",
    mistake: "422 for broken JSON, which is 400; or 400 here and 422 there",
    source: "RFC 9110, 15.5.21",
  },
  423: { name: "Locked", meaning: "the resource is locked", use: "a lock that somebody holds", source: "RFC 4918" },
  424: {
    name: "Failed Dependency",
    meaning: "another request that this one depends on failed",
    use: "inside of a batch, for what follows a failed item",
    source: "RFC 4918",
  },
  425: {
    name: "Too Early",
    meaning: "the request might be replayed",
    use: "a change that came in TLS early data",
    source: "RFC 8470",
  },
  426: {
    name: "Upgrade Required",
    meaning: "another protocol is required",
    use: "a client that has to change to TLS or a newer version; Upgrade names it",
    source: "RFC 9110, 15.5.22",
  },
  428: {
    name: "Precondition Required",
    meaning: "the request must be conditional",
    use: "an update without If-Match, where lost updates must not happen",
    source: "RFC 6585",
  },
  429: {
    name: "Too Many Requests",
    meaning: "too many requests in a given time",
    use: "a rate limit, too many failed logins; Retry-After says when there is room again",
    mistake: "no Retry-After, so that clients come back too early; or 503 for what is the client's own doing",
    source: "RFC 6585",
  },
  431: {
    name: "Request Header Fields Too Large",
    meaning: "the header section is larger than the server accepts",
    use: "cookies that have grown, a token that is too long; the server may answer before the API sees it",
    source: "RFC 6585",
  },
  451: {
    name: "Unavailable For Legal Reasons",
    meaning: "it is withheld for legal reasons",
    use: "a court order, a sanction; the body says who demands it",
    source: "RFC 7725",
  },
} as const satisfies Record<number, Status>;
