/** A header that the status asks for is missing or wrong. */
export const headersFaults = [
  {
    id: "no-www-authenticate",
    mistake: "401 has no WWW-Authenticate",
    breaks: "RFC 9110, 15.5.2: 401 must have a WWW-Authenticate field",
    endpoints: "all but the public ones",
  },
  {
    id: "no-allow",
    mistake: "405 has no Allow",
    breaks: "RFC 9110, 15.5.6: 405 must have an Allow field",
    endpoints: "all",
  },
  {
    id: "no-retry-after",
    mistake: "429 has no Retry-After",
    breaks: "Guide: use 429 with Retry-After to guide clients on when to retry",
    endpoints: "GET /search",
  },
  {
    id: "retry-after-in-words",
    mistake: 'Retry-After is "in 2 seconds"',
    breaks: "RFC 9110, 10.2.3: a number of seconds or a date",
    endpoints: "GET /search",
  },
  {
    id: "no-limit-headers",
    mistake: "The X-RateLimit headers are missing",
    breaks: "Guide: the response includes X-RateLimit-Limit, -Remaining, -Reset; the API documents them",
    endpoints: "GET /search",
  },
  {
    id: "no-content-type",
    mistake: "A project is sent without Content-Type",
    breaks:
      "RFC 9110, 8.3: a sender of content should generate a Content-Type; Guide: Content-Type specifies the format",
    endpoints: "GET /projects/{id}",
  },
  {
    id: "html-type",
    mistake: "JSON is sent as text/html",
    breaks: "Guide: Content-Type specifies the response format",
    endpoints: "GET /projects",
  },
  {
    id: "wrong-file-type",
    mistake: "A CSV file is sent as application/json",
    breaks: "Guide: Content-Type specifies the response format",
    endpoints: "GET /files/{id}",
  },
  {
    id: "public-cache",
    mistake: "A user's own data may be kept by every cache",
    breaks: "RFC 9111, 3.5: public lets a shared cache keep what needs a token",
    endpoints: "GET /projects/{id}",
  },
  {
    id: "cached-token",
    mistake: "An access token may be kept by every cache",
    breaks: "RFC 6749, 5.1: Cache-Control: no-store with any response that has a token",
    endpoints: "POST /login",
  },
  {
    id: "iso-date",
    mistake: "Last-Modified is an ISO date",
    breaks: "RFC 9110, 8.8.2 and 5.6.7: an IMF-fixdate",
    endpoints: "GET /changelog, /files/{id}",
  },
  {
    id: "unquoted-etag",
    mistake: "ETag has no quotes",
    breaks: "RFC 9110, 8.8.3: an entity tag is a quoted string",
    endpoints: "every ETag",
  },
  {
    id: "length-of-204",
    mistake: "204 has a Content-Length",
    breaks: "RFC 9110, 8.6: a server must not send Content-Length in a 204",
    endpoints: "DELETE /projects/{id}",
  },
];
