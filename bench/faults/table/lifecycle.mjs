/** What is said to be done is not, or something else is. */
export const lifecycleFaults = [
  {
    id: "create-not-stored",
    mistake: "A created project is not stored",
    breaks: "Guide: 201 means the request succeeded and created a new resource",
    endpoints: "POST /projects",
  },
  {
    id: "created-twice",
    mistake: "A created project is stored twice",
    breaks: "Guide: 201 means that it created a new resource, which is one",
    endpoints: "POST /projects",
  },
  {
    id: "refused-but-stored",
    mistake: "A project is stored before the check that refuses it",
    breaks: "Guide: 409 and 422 say that the request failed",
    endpoints: "POST /projects",
  },
  {
    id: "first-row",
    mistake: "Every id gives the first project: the condition of the query is lost",
    breaks: "Guide: 200 means that the server returned the requested data",
    endpoints: "/projects/{id}",
  },
  {
    id: "put-not-stored",
    mistake: "A replaced project is not stored",
    breaks: "Guide: 200 when the update is successful",
    endpoints: "PUT /projects/{id}",
  },
  {
    id: "put-merges",
    mistake: "What a PUT leaves out stays",
    breaks: "RFC 9110, 9.3.4: PUT replaces the state with that of the content",
    endpoints: "PUT /projects/{id}",
  },
  {
    id: "put-changes-id",
    mistake: "A replaced project gets a new id",
    breaks: "RFC 9110, 9.3.4: PUT sets the state of the target resource, not of another",
    endpoints: "PUT /projects/{id}",
  },
  {
    id: "put-creates",
    mistake: "PUT makes a project at an id that nobody has, where 404 is documented",
    breaks: "Guide: PUT gives 404 when the resource to update doesn't exist",
    endpoints: "PUT /projects/{id}",
  },
  {
    id: "patch-not-stored",
    mistake: "A change is not stored",
    breaks: "Guide: 200 when the update is successful",
    endpoints: "PATCH /projects/{id}",
  },
  {
    id: "patch-wipes",
    mistake: "A change removes the fields that it does not name",
    breaks: "RFC 5789, 2: PATCH modifies a part",
    endpoints: "PATCH /projects/{id}",
  },
  {
    id: "field-not-stored",
    mistake: "Of a change only the title is stored",
    breaks: "Guide: 200 when the update is successful",
    endpoints: "PATCH /projects/{id}/tasks/{taskId}",
  },
  {
    id: "delete-not-done",
    mistake: "A deleted project is still there",
    breaks: "Guide: 204 for successful deletions",
    endpoints: "DELETE /projects/{id}",
  },
  {
    id: "delete-takes-all",
    mistake: "Deleting a task deletes all of its project",
    breaks: "RFC 9110, 9.3.5: DELETE removes the target resource",
    endpoints: "DELETE /projects/{id}/tasks/{taskId}",
  },
  {
    id: "get-writes",
    mistake: "Reading counts the views in the project itself, and its ETag with them",
    breaks: "RFC 9110, 9.2.1: GET is safe",
    endpoints: "GET /projects/{id}",
  },
  {
    id: "job-never-ends",
    mistake: "A job is pending for ever",
    breaks: "Guide: 202 indicates that the request hasn't been completed yet",
    endpoints: "GET /exports/{id}",
  },
];
