/** Somebody sees or does what is not theirs. */
export const accessFaults = [
  {
    id: "reads-open",
    mistake: "Projects are read without a token",
    breaks: "Guide: 401 when no credentials are provided",
    endpoints: "GET /projects/{id} and below",
  },
  {
    id: "writes-open",
    mistake: "Projects and tasks are changed and deleted without a token",
    breaks: "Guide: 401 when no credentials are provided",
    endpoints: "PATCH, DELETE",
  },
  {
    id: "any-token",
    mistake: "Every bearer token is accepted",
    breaks: "Guide: 401 for invalid access tokens",
    endpoints: "all but the public ones",
  },
  {
    id: "empty-token",
    mistake: "A bearer token of no characters is accepted",
    breaks: "Guide: 401 for invalid access tokens",
    endpoints: "all but the public ones",
  },
  {
    id: "expired-token",
    mistake: "An expired token is accepted",
    breaks: "Guide: 401 for expired access tokens",
    endpoints: "all but the public ones",
  },
  {
    id: "data-of-others",
    mistake: "Every user reads and changes every project and file",
    breaks: "Guide: 403 when authenticated without permission to access the resource",
    endpoints: "/projects/{id} and below, /files/{id}",
  },
  {
    id: "list-of-everybody",
    mistake: "The list shows the projects of all users",
    breaks: "Guide: 403 is for what a user may not see; the list must not show it either",
    endpoints: "GET /projects",
  },
  {
    id: "admin-for-everybody",
    mistake: "Every member reads the list of users",
    breaks: "Guide: 403 when the resource requires elevated privileges",
    endpoints: "GET /admin/users",
  },
  {
    id: "parent-ignored",
    mistake: "A task is found below any project, even one that is not there",
    breaks: "Guide: 404 when the requested resource doesn't exist at the URL",
    endpoints: "/projects/{id}/tasks/{taskId}",
  },
  {
    id: "mass-assignment",
    mistake: "A client sets the id and fields of its own making",
    breaks: "Guide: 400 for requests that don't meet the API's requirements (additionalProperties: false)",
    endpoints: "POST, PUT /projects",
  },
];
