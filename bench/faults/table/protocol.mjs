/** Conditions, ranges and limits that are promised and not kept. */
export const protocolFaults = [
  {
    id: "no-etag",
    mistake: "ETag is missing: nothing can be asked for conditionally",
    breaks: "Guide: use 304 Not Modified for conditional requests; the API documents ETag",
    endpoints: "every ETag",
  },
  {
    id: "never-304",
    mistake: "A copy that is current is sent again",
    breaks: "Guide: 304 when the cached version is still valid",
    endpoints: "GET /projects/{id}, /changelog, /files/{id}",
  },
  {
    id: "always-304",
    mistake: "Every If-None-Match is answered 304",
    breaks: "RFC 9110, 13.1.2: false only when a tag matches",
    endpoints: "GET /projects/{id}, /changelog, /files/{id}",
  },
  {
    id: "constant-etag",
    mistake: "ETag does not change with the project: an old copy stays current",
    breaks: "RFC 9110, 8.8.1: a strong validator changes whenever the representation does",
    endpoints: "/projects/{id}",
  },
  {
    id: "304-without-etag",
    mistake: "304 has no ETag",
    breaks: "RFC 9110, 15.4.5: a 304 must have the ETag that a 200 would have had",
    endpoints: "GET /projects/{id}, /changelog, /files/{id}",
  },
  {
    id: "never-412",
    mistake: "If-Match is ignored: the last one to write wins",
    breaks: "RFC 9110, 13.1.1: the method must not be performed when the condition is false",
    endpoints: "PUT, PATCH, DELETE /projects/{id}",
  },
  {
    id: "range-ignored",
    mistake: "Range is ignored, where bytes are announced and 206 is documented",
    breaks: "Guide: 206 when a range request is fulfilled",
    endpoints: "GET /files/{id}",
  },
  {
    id: "short-range",
    mistake: "A range is a byte short: its end is left out",
    breaks: "RFC 9110, 14.1.2: positions are inclusive",
    endpoints: "GET /files/{id}",
  },
  {
    id: "no-content-range",
    mistake: "206 has no Content-Range",
    breaks: "RFC 9110, 15.3.7.1: a 206 with a single part must have Content-Range",
    endpoints: "GET /files/{id}",
  },
  {
    id: "no-limit",
    mistake: "The rate limit is never applied",
    breaks: "Guide: 429 indicates that the client has exceeded the limit",
    endpoints: "GET /search",
  },
  {
    id: "limit-never-ends",
    mistake: "The window of the rate limit never ends",
    breaks: "Guide: Retry-After is the seconds until retry is allowed",
    endpoints: "GET /search",
  },
  {
    id: "no-head",
    mistake: "HEAD is not supported",
    breaks: "RFC 9110, 9.1: all servers must support GET and HEAD",
    endpoints: "every GET",
  },
];
