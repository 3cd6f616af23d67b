import type { Fault } from "../fault.ts";
import { coded, has, isContent, isSuccess, spoil, withHeader, without } from "./answer.ts";
import { declaresHeaders, removeDeclared } from "./declared.ts";
import { challenged, creating, declaring, everywhere, reading, showing } from "./where.ts";

const locationOwed = "the guide: always include a Location header when returning 201 Created";
const redirectOwed = "the guide: when using 3xx codes, always include a Location header";

/** Headers that are missing, or say what is not so. */
export const headerFaults = {
  "no-location": {
    mistake: "a 201 has no Location",
    breaks: locationOwed,
    at: creating,
    serve: spoil(coded(201), without("Location")),
    remedy: { declare: 201 },
  },
  "location-leads-nowhere": {
    mistake: "the Location of a 201 is not where the new resource is",
    breaks: locationOwed,
    at: creating,
    serve: spoil(coded(201), (response, call) =>
      withHeader("Location", `${call.api.basePath}/nowhere/${Date.now()}`)(response, call),
    ),
    remedy: { declare: 201 },
  },
  "location-is-collection": {
    mistake: "the Location of a 201 is the collection",
    breaks: locationOwed,
    at: creating,
    serve: spoil(coded(201), (response, call) => withHeader("Location", call.target.path)(response, call)),
    remedy: { declare: 201 },
  },
  "location-is-no-uri": {
    mistake: "the Location of a 201 has a space in it",
    breaks: "RFC 9110, 10.2.2: Location is a URI reference",
    at: creating,
    serve: spoil(coded(201), withHeader("Location", "/the new one")),
    remedy: { declare: 201 },
  },
  "redirect-without-location": {
    mistake: "a redirect has no Location",
    breaks: redirectOwed,
    at: declaring(301, 302, 303, 307, 308),
    serve: spoil(coded(301, 302, 303, 307, 308), without("Location")),
    remedy: { declare: 302 },
  },
  "redirect-is-no-uri": {
    mistake: "the Location of a redirect has a space in it",
    breaks: "RFC 9110, 10.2.2: Location is a URI reference",
    at: declaring(301, 302, 303, 307, 308),
    serve: spoil(coded(301, 302, 303, 307, 308), withHeader("Location", "/over there")),
    remedy: { declare: 302 },
  },
  "no-challenge": {
    mistake: "a 401 has no WWW-Authenticate",
    breaks: "RFC 9110, 15.5.2: a 401 must have a WWW-Authenticate; the guide's automated assertions",
    at: challenged,
    serve: spoil(coded(401), without("WWW-Authenticate")),
    remedy: { declare: 401 },
  },
  "broken-challenge": {
    mistake: "the WWW-Authenticate of a 401 cannot be parsed",
    breaks: "RFC 9110, 11.6.1",
    at: challenged,
    serve: spoil(coded(401), withHeader("WWW-Authenticate", 'Bearer realm="api')),
    remedy: { declare: 401 },
  },
  "no-allow": {
    mistake: "a 405 does not say which methods there are",
    breaks: "RFC 9110, 15.5.6: a 405 must have Allow",
    at: declaring(405),
    serve: spoil(coded(405), without("Allow")),
    remedy: { declare: 405 },
  },
  "allow-has-refused": {
    mistake: "the Allow of a 405 lists the method that was refused",
    breaks: "RFC 9110, 15.5.6: Allow lists the methods that the target supports",
    at: declaring(405),
    serve: spoil(coded(405), withHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")),
    remedy: { declare: 405 },
  },
  "no-retry-after": {
    mistake: "a 429 or 503 does not say when to come back",
    breaks: "the guide: use 429 with Retry-After to guide clients on when to retry",
    at: declaring(429, 503),
    serve: spoil(coded(429, 503), without("Retry-After")),
    remedy: { declare: 429 },
  },
  "retry-after-is-no-time": {
    mistake: "Retry-After is neither seconds nor a date",
    breaks: "RFC 9110, 10.2.3",
    at: declaring(429, 503),
    serve: spoil(coded(429, 503), withHeader("Retry-After", "soon")),
    remedy: { declare: 429 },
  },
  "no-declared-header": {
    mistake: "a header that the manifest promises is missing",
    breaks: "the guide: status codes work together with headers to provide complete response information",
    at: declaresHeaders,
    serve: removeDeclared,
    remedy: { write: "`headers` under a code" },
  },
  "date-is-no-date": {
    mistake: "Date is written as in a database",
    breaks: "RFC 9110, 5.6.7",
    at: everywhere,
    serve: spoil(isSuccess, withHeader("Date", "2024-01-01 12:00:00")),
    remedy: { write: "`profile: standard`" },
  },
  "last-modified-is-no-date": {
    mistake: "Last-Modified is written as in a database",
    breaks: "RFC 9110, 5.6.7",
    at: reading,
    serve: spoil(has("Last-Modified"), withHeader("Last-Modified", "2024-01-01T12:00:00Z")),
    remedy: { write: "`profile: standard`" },
  },
  "cache-control-is-broken": {
    mistake: "Cache-Control cannot be parsed",
    breaks: "RFC 9111, 5.2; the guide: Cache-Control defines caching behaviour",
    at: showing,
    serve: spoil(isSuccess, withHeader("Cache-Control", "max-age=ten minutes")),
    remedy: { write: "`profile: standard`" },
  },
  "content-coding-is-a-lie": {
    mistake: "the body is said to be gzip and is not",
    breaks: "RFC 9110, 8.4",
    at: showing,
    serve: spoil(isContent, withHeader("Content-Encoding", "gzip")),
    remedy: { write: "`profile: standard`" },
  },
} as const satisfies Record<string, Fault>;
