import type { Fault } from "../fault.ts";
import { accepting, blindTo, storingRefused } from "./lenient.ts";
import { deletingAll, forgetting, losingField, seeingNothing } from "./memory.ts";
import { all, creating, declaring, fielded, judging, listing, method, removing, updating } from "./where.ts";

const stored = "the guide: 200 and 201 mean that the request succeeded";

/** Lies about what was done. */
export const lifecycleFaults = {
  "create-is-not-stored": {
    mistake: "what is created is not there afterwards",
    breaks: stored,
    at: creating,
    serve: forgetting,
    remedy: { write: "GET at the same path with its id" },
  },
  "create-loses-a-field": {
    mistake: "one of the fields that are sent is not stored",
    breaks: stored,
    at: all(creating, fielded),
    serve: losingField,
    remedy: { write: "GET at the same path with its id" },
  },
  "duplicate-is-created": {
    mistake: "what exists already is created once more",
    breaks: "the guide: 409 when the resource already exists",
    at: all(creating, declaring(409)),
    serve: blindTo(409),
    remedy: { declare: 409 },
  },
  "put-is-not-stored": {
    mistake: "a PUT succeeds and changes nothing",
    breaks: stored,
    at: all(updating, method("PUT")),
    serve: forgetting,
    remedy: { write: "GET of the same path" },
  },
  "patch-is-not-stored": {
    mistake: "a PATCH succeeds and changes nothing",
    breaks: stored,
    at: all(updating, method("PATCH")),
    serve: forgetting,
    remedy: { write: "GET of the same path" },
  },
  "patch-takes-the-rest": {
    mistake: "a PATCH drops the fields that it does not name",
    breaks: "RFC 7396, 2; RFC 5789, 2",
    at: all(updating, method("PATCH")),
    serve: accepting((operation) => ({ ...operation, role: "replace" })),
    remedy: { write: "GET of the same path" },
  },
  "update-loses-a-field": {
    mistake: "an update does not store one of the fields",
    breaks: stored,
    at: all(updating, fielded),
    serve: losingField,
    remedy: { write: "GET of the same path" },
  },
  "refused-update-is-stored": {
    mistake: "an update that is refused is stored all the same",
    breaks: "RFC 9110, 15.5: the request was not carried out",
    at: all(updating, method("PUT"), judging),
    serve: storingRefused,
    remedy: { declare: 422 },
  },
  "delete-is-not-done": {
    mistake: "a DELETE succeeds and deletes nothing",
    breaks: "the guide: 204 for successful deletions",
    at: removing,
    serve: forgetting,
    remedy: { write: "GET of the same path with 404" },
  },
  "delete-takes-others": {
    mistake: "a DELETE of one takes the others as well",
    breaks: "RFC 9110, 9.3.5",
    at: removing,
    serve: deletingAll,
    remedy: { write: "a flow that deletes one of two" },
  },
  "list-forgets": {
    mistake: "a list does not have what was created",
    breaks: "the guide: 200 indicates that the server returned the requested data",
    at: listing,
    serve: seeingNothing,
    remedy: { write: "`200: { schema: { type: array, minItems: 1 } }`" },
  },
} as const satisfies Record<string, Fault>;
