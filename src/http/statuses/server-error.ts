import type { Status } from "../status.ts";

/** 5xx: the request was right, and the server failed. */
export const serverErrorStatuses = {
  500: {
    name: "Internal Server Error",
    meaning: "something unexpected went wrong on the server",
    use: "what nobody expected; whatever is known to happen has a better code",
    mistake: "500 for invalid input, which is 4xx; and a stack trace in the body",
    source: "RFC 9110, 15.6.1",
  },
  501: {
    name: "Not Implemented",
    meaning: "the server does not know the method",
    use: "a method that no resource of the server has; where others have it, it is 405",
    source: "RFC 9110, 15.6.2",
  },
  502: {
    name: "Bad Gateway",
    meaning: "the upstream's answer was not valid",
    use: "a gateway whose service refused the connection or talked nonsense",
    mistake: "passing the upstream's own error page on to the client",
    source: "RFC 9110, 15.6.3",
  },
  503: {
    name: "Service Unavailable",
    meaning: "the server cannot serve for now",
    use: "maintenance, overload, a database that is down, a service that is starting; Retry-After says when to come back",
    mistake: "500 for it: clients do not know that waiting helps",
    source: "RFC 9110, 15.6.4",
  },
  504: {
    name: "Gateway Timeout",
    meaning: "the upstream did not answer in time",
    use: "a gateway whose service is slow",
    mistake: "408 for it, which blames the client",
    source: "RFC 9110, 15.6.5",
  },
  505: {
    name: "HTTP Version Not Supported",
    meaning: "the HTTP version is not supported",
    use: "by servers, before the API sees the request",
    source: "RFC 9110, 15.6.6",
  },
  506: {
    name: "Variant Also Negotiates",
    meaning: "the content negotiation leads in a circle",
    use: "a server that is set up wrongly",
    source: "RFC 2295",
  },
  507: {
    name: "Insufficient Storage",
    meaning: "there is no room to store it",
    use: "a full disk or an exhausted quota",
    source: "RFC 4918",
  },
  508: {
    name: "Loop Detected",
    meaning: "the request leads in a circle",
    use: "resources that contain one another",
    source: "RFC 5842",
  },
  510: { name: "Not Extended", meaning: "obsolete", use: "never: its specification is historic", source: "RFC 2774" },
  511: {
    name: "Network Authentication Required",
    meaning: "the network wants the client to log in",
    use: "a hotel's network, never an API: a test that gets it did not reach the server",
    source: "RFC 6585",
  },
} as const satisfies Record<number, Status>;
