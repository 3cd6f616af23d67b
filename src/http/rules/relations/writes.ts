import type { Rule } from "../../rule.ts";

/** What a write, or one that was refused, means for the next read. */
export const writeRelations = {
  "201-location-resolves": {
    title: "Location leads to what was created",
    level: "error",
    at: "plan",
    from: "standard",
    // A resource that nobody may read, or not yet, is there all the same: only what is not there at all counts.
    trap: "eventual consistency: it is asked again for a second and a half; write-only resources: 401, 403 and 405 are right",
    why: "clients go to the new resource by its Location, not by a path that they make up",
    source: "the guide: allowing clients to access it immediately; RFC 9110, 15.3.2",
  },
  "failed-write-no-effect": {
    title: "what was refused changed nothing",
    level: "error",
    at: "plan",
    from: "standard",
    trap: "counters and dates that a server adds: only fields that the suite itself writes are compared",
    why: "a 4xx says that the request was not carried out",
    source: "RFC 9110, 15.5",
  },
  "412-no-side-effect": {
    title: "a write whose condition did not hold changed nothing",
    level: "error",
    at: "plan",
    from: "thorough",
    trap: "as in failed-write-no-effect",
    why: "the method must not be performed when its condition is false",
    source: "RFC 9110, 13.1.1",
  },
  "patch-atomic": {
    title: "a PATCH that was refused changed no field at all",
    level: "error",
    at: "plan",
    from: "thorough",
    trap: "as in failed-write-no-effect",
    why: "a PATCH is applied as a whole or not at all",
    source: "RFC 5789, 2",
  },
  "patch-keeps-the-rest": {
    title: "a PATCH keeps the fields that it does not name",
    level: "error",
    at: "plan",
    from: "standard",
    // Where the type of a resource changes, a field that only the old one has goes with it.
    trap: "a field may depend on the one that was changed: only where all others are gone, and they are several",
    why: "a PATCH describes changes; whoever replaces everything with it loses data",
    source: "RFC 5789, 2; RFC 7396, 1",
  },
  "written-fields-stay": {
    title: "what the answer to a write showed is still there when it is read",
    level: "error",
    at: "plan",
    from: "standard",
    // `notify: true` asks for something once, and a password is shown by nobody.
    trap: "only fields that were sent, and shown with the value that was sent; no flags, and nothing that is secret",
    why: "a field that is shown and not stored is lost, and nobody hears of it",
    source: "the guide: 201 means that the request succeeded and created a new resource; RFC 9110, 9.3.3 and 9.3.4",
  },
  // The read before the create is that of list-empty-is-found: without it there is nothing to compare with.
  "create-adds-one": {
    title: "a create added no more than what it was asked for",
    level: "warning",
    at: "plan",
    from: "standard",
    trap: "somebody else may add to the list meanwhile; of pages only the number of all entries tells",
    why: "whoever creates once gets one, and not two of them, or a copy",
    source: "the guide: 201 when a new resource has been created; RFC 9110, 15.3.2",
  },
  "failed-create-adds-nothing": {
    title: "creates that were refused added nothing to the list",
    level: "warning",
    at: "plan",
    from: "standard",
    trap: "somebody else may add to the list meanwhile, or take from it: only more entries count, and more than the happy create explains",
    why: "a 4xx says that nothing was created",
    source: "RFC 9110, 15.5",
  },
  "delete-takes-one": {
    title: "it is still there after another one was deleted",
    level: "error",
    at: "plan",
    from: "standard",
    // The first one is deleted last, so that none is left beside it.
    trap: "there may be only one of its kind, a new one takes the place of the old one, or the other one may not be deleted: then nothing is looked at; a default may have to stay as long as there are others: these are deleted before it, and only that it exists is asked; eventual consistency: it is asked again for a second and a half",
    why: "whoever deletes one thing must not lose another",
    source: "the guide: DELETE removes the resource; RFC 9110, 9.3.5",
  },
  "put-idempotent": {
    title: "the same PUT twice has the effect of one",
    level: "error",
    at: "plan",
    from: "thorough",
    trap: "dates and versions change; a PUT that needs the current version is refused the second time",
    why: "clients repeat a PUT when they do not know what became of the first",
    source: "RFC 9110, 9.2.2",
  },
  "etag-changes-when-body-changes": {
    title: "another ETag stands for another content",
    level: "error",
    at: "plan",
    from: "standard",
    trap: "a weak ETag may stay",
    why: "a client with the old ETag would take its old copy for current",
    source: "RFC 9110, 8.8.1",
  },
} as const satisfies Record<string, Rule>;
