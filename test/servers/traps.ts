/** A habit of correct servers that a naive check takes for a mistake. */
export interface Trap {
  readonly says: string;
  /** Why no server can have it; absent: one of them does. */
  readonly reason?: string;
}

/** What makes a check wrong about a correct API, by number. */
export const traps: ReadonlyMap<number, Trap> = new Map([
  [1, { says: "a request that forbids the cache gets 200 where it hoped for 304" }],
  [2, { says: "a session cookie of one answer logs the next request in" }],
  [3, { says: "a redirect that is followed is not seen" }],
  [
    4,
    {
      says: "a body on 204, 304 and HEAD arrives as an error of the transport",
      reason: "a correct server sends none; no-blind-spot.test.ts has one that does",
    },
  ],
  [5, { says: "PUT creates without a Location; a Location may be relative and have commas" }],
  [6, { says: "Content-Length: 0 on 204" }],
  [
    7,
    {
      says: "several challenges, on one line or more; schemes of one's own; a bare Bearer; no error where no credentials were",
    },
  ],
  [8, { says: "Allow is empty, stands on several lines, leaves out HEAD and OPTIONS" }],
  [9, { says: "404 for a wrong method, 501 for an unknown one" }],
  [10, { says: "Accept, If-Match without validators, Range and Expect are ignored; weak tags never match If-Match" }],
  [11, { says: "If-Match on what is missing: 404 or 412" }],
  [12, { says: "400, 404 or 422 for a malformed id, 400 or 422 for a body" }],
  [13, { says: "the second DELETE: 404, 410 or 204" }],
  [14, { says: "what is somebody else's: 403 or 404" }],
  [15, { says: "a body without Content-Type is read" }],
  [16, { says: "numeric strings become numbers, null becomes nothing" }],
  [17, { says: "errors and failures inside of a 200: GraphQL, JSON-RPC, 207, jobs" }],
  [18, { says: "maps of errors by field, ids of traces, sentences with words of SQL" }],
  [19, { says: "HEAD has fewer fields than GET" }],
  [20, { says: "a tag for each coding" }],
  [21, { says: "Vary: *, unknown directives, and more directives than are needed" }],
  [22, { says: "no Date on a 5xx, nothing at all on what Node answers by itself" }],
  [23, { says: "pages of a gateway beside JSON" }],
  [24, { says: "the end of a limit in seconds or since 1970, as a date; and room left all the same" }],
  [25, { says: "what is new cannot be read for a moment" }],
  [26, { says: "what is checked first: 401, 404, 405, 413 and 431 hide one another" }],
  [27, { says: "any words behind the number" }],
  [28, { says: "fields on several lines" }],
  [29, { says: "HSTS over http, CORS of all kinds" }],
  [30, { says: "an unknown account is not told" }],
  [31, { says: "an upstream that is too slow is 504, and not 408" }],
  [32, { says: "unknown fields are ignored" }],
  [33, { says: "hostile strings are data" }],
  [34, { says: "a body that is shorter than promised is waited for" }],
  [
    35,
    {
      says: "an await or an exception outside of a test drops what comes after it",
      reason: "it is about scripts; every generated one is compiled in collection/script.test.ts",
    },
  ],
]);
