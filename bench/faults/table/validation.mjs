/** What should be refused is accepted. */
export const validationFaults = [
  {
    id: "missing-accepted",
    mistake: "A project without key and name is accepted",
    breaks: "Guide: 400 for missing required fields",
    endpoints: "POST, PUT /projects",
  },
  {
    id: "types-coerced",
    mistake: 'Fastify\'s defaults turn 5 into "5" and null into ""',
    breaks: "Guide: 400 for invalid data in the request body",
    endpoints: "every body",
  },
  {
    id: "text-for-number",
    mistake: "A text is accepted as an estimate",
    breaks: "Guide: 400 for invalid data in the request body",
    endpoints: "POST, PATCH tasks",
  },
  {
    id: "any-length",
    mistake: "A name of any length is accepted, where 80 characters are documented",
    breaks: "Guide: 400 for requests that don't meet the API's requirements",
    endpoints: "POST, PUT, PATCH /projects",
  },
  {
    id: "any-status",
    mistake: "A status that there is not is accepted",
    breaks: "Guide: 400 for invalid data in the request body",
    endpoints: "POST, PUT, PATCH /projects",
  },
  {
    id: "any-dates",
    mistake: "A project that ends before it starts is accepted",
    breaks: "Guide: 422 for valid JSON that violates a business rule",
    endpoints: "POST, PUT, PATCH /projects",
  },
  {
    id: "duplicate-accepted",
    mistake: "A key that is taken is accepted",
    breaks: "Guide: use 409 when the resource already exists",
    endpoints: "POST, PUT, PATCH /projects",
  },
  {
    id: "patch-unchecked",
    mistake: "A change is not checked at all",
    breaks: "Guide: 400 for invalid update data",
    endpoints: "PATCH /projects/{id}",
  },
  {
    id: "any-page",
    mistake: "limit=-1 is accepted",
    breaks: "Guide: 400 for requests that don't meet the API's requirements",
    endpoints: "GET /projects",
  },
  {
    id: "search-for-nothing",
    mistake: "A search without q gives everything",
    breaks: "Guide: 400 for missing required fields",
    endpoints: "GET /search",
  },
  {
    id: "any-media-type",
    mistake: "A file of any type is accepted, where text/csv is documented",
    breaks: "Guide: 415 when the file type is not allowed",
    endpoints: "POST /files",
  },
  {
    id: "no-body-limit",
    mistake: "A file of any size is accepted, where 64 KiB are documented",
    breaks: "Guide: 413 when the file exceeds the size limit",
    endpoints: "POST /files",
  },
];
