/** The client's mistake is answered as the server's. */
export const crashesFaults = [
  {
    id: "500-for-malformed",
    mistake: "Malformed JSON is answered 500",
    breaks: "Guide: 400 for malformed JSON; don't return 500 for client errors",
    endpoints: "every body",
  },
  {
    id: "500-for-unknown",
    mistake: "An unknown id is answered 500: a property of undefined",
    breaks: "Guide: don't return 500 for client errors",
    endpoints: "/projects/{id}",
  },
  {
    id: "500-for-odd-id",
    mistake: "An id that is no number is answered 500 by the database",
    breaks: "Guide: don't return 500 for client errors",
    endpoints: "/projects/{id}",
  },
  {
    id: "500-for-wrong-type",
    mistake: "A name that is no text is answered 500: it has no trim()",
    breaks: "Guide: don't return 500 when the client sends invalid data",
    endpoints: "POST /projects",
  },
  {
    id: "500-for-duplicate",
    mistake: "A key that is taken is answered 500: the constraint of the database",
    breaks: "Guide: use 409 when the resource already exists",
    endpoints: "POST, PUT, PATCH /projects",
  },
  {
    id: "500-for-content-type",
    mistake: "A content type that nobody parses is answered 500",
    breaks: "Guide: 415 when the type is not allowed; don't return 500 for client errors",
    endpoints: "every body",
  },
  {
    id: "500-for-range",
    mistake: "A range behind the end is answered 500",
    breaks: "RFC 9110, 15.5.17: 416 when none of the ranges is satisfiable",
    endpoints: "GET /files/{id}",
  },
  {
    id: "500-for-second-delete",
    mistake: "Deleting twice is answered 500",
    breaks: "Guide: 404 when the resource is already gone",
    endpoints: "DELETE /projects/{id}",
  },
  {
    id: "500-for-bad-date",
    mistake: "An If-Modified-Since that is no date is answered 500",
    breaks: "RFC 9110, 13.1.3: a recipient must ignore one that is not a valid date",
    endpoints: "GET /changelog, /files/{id}",
  },
  {
    id: "500-for-quote",
    mistake: "An apostrophe in the search is answered 500: it reaches the SQL",
    breaks: "Guide: don't return 500 for client errors",
    endpoints: "GET /search",
  },
];
