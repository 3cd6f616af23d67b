import { requireOwner } from "../authentication.mjs";
import { unknown } from "../errors.mjs";
import { fault } from "../fault.mjs";
import { etagOf, isNotModified, requireUnchanged } from "../preconditions.mjs";
import { project, projectPatch } from "../project-schemas.mjs";
import { requireSound, viewOf } from "./project-list.mjs";

function findStored(id, store) {
  if (fault("first-row")) return store.projects.values().next().value;
  // As a database says it that is asked for an integer with the id "abc".
  if (!/^\d{1,15}$/.test(id) && fault("500-for-odd-id"))
    throw new Error('invalid input syntax for type integer: "abc"');
  const stored = /^\d{1,15}$/.test(id) ? store.projects.get(Number(id)) : undefined;
  if (stored === undefined && fault("500-for-unknown")) return viewOf(stored);
  return stored;
}

/** The project of the path: it exists, and it is the user's own. */
export function projectOf(request, store) {
  const stored = findStored(request.params.id, store);
  if (stored === undefined) throw unknown("project");
  requireOwner(stored, request);
  return stored;
}

const validatorsOf = (stored) => ({ etag: etagOf(fault("constant-etag") ? `${stored.id}` : viewOf(stored)) });

function addRead(app, store) {
  app.get("/projects/:id", async (request, reply) => {
    const isKnown = store.projects.has(Number(request.params.id));
    if (!isKnown && fault("200-for-unknown")) return reply.type("application/json").send("null");
    const stored = projectOf(request, store);
    if (fault("get-writes")) stored.views = (stored.views ?? 0) + 1;
    reply.header("cache-control", fault("public-cache") ? "public, max-age=600" : "private, no-cache");
    if (isNotModified(request, reply, validatorsOf(stored))) return reply.code(304).send();
    if (fault("no-content-type")) {
      reply.hijack();
      return reply.raw.writeHead(200, reply.getHeaders()).end(JSON.stringify(viewOf(stored)));
    }
    return viewOf(stored);
  });
}

function save(changed, stored, { store, reply }) {
  requireSound(changed, store);
  store.projects.set(stored.id, changed);
  reply.header("etag", validatorsOf(changed).etag);
  return viewOf(changed);
}

function addReplace(app, store) {
  app.put("/projects/:id", { schema: { body: project } }, async (request, reply) => {
    const { body, user, params } = request;
    const asked = Number(params.id);
    if (asked > 0 && !store.projects.has(asked) && fault("put-creates")) {
      store.projects.set(asked, { id: asked, status: "planned", ...body, ownerId: user.id });
    }
    const stored = projectOf(request, store);
    requireUnchanged(request, validatorsOf(stored));
    const base = fault("put-merges") ? stored : { status: "planned" };
    const id = fault("put-changes-id") ? store.nextId() : stored.id;
    const changed = { ...base, ...body, id, ownerId: stored.ownerId };
    return fault("put-not-stored") ? viewOf(changed) : save(changed, stored, { store, reply });
  });
}

function addPatch(app, store) {
  app.patch("/projects/:id", { schema: { body: projectPatch } }, async (request, reply) => {
    if (fault("dropped-connection")) return request.raw.socket.destroy();
    const stored = projectOf(request, store);
    requireUnchanged(request, validatorsOf(stored));
    const { id, ownerId } = stored;
    const base = fault("patch-wipes") ? { status: "planned" } : stored;
    const changed = { ...base, ...request.body, id, ownerId };
    return fault("patch-not-stored") ? viewOf(changed) : save(changed, stored, { store, reply });
  });
}

function addDelete(app, store) {
  const deleted = new Set();
  app.delete("/projects/:id", async (request, reply) => {
    const { id } = request.params;
    if (deleted.has(id) && fault("500-for-second-delete")) throw new TypeError("Cannot read properties of null");
    if (!store.projects.has(Number(id)) && fault("204-for-unknown-delete")) return reply.code(204).send();
    const stored = projectOf(request, store);
    requireUnchanged(request, validatorsOf(stored));
    if (!fault("delete-not-done")) store.projects.delete(stored.id);
    deleted.add(id);
    // Content-Length: 0 is what RFC 9110, 8.6 forbids here.
    if (fault("length-of-204")) reply.header("content-length", "0").type("application/json");
    return reply.code(204).send();
  });
}

/** `/projects/{id}`. */
export async function projectRoutes(app, { store }) {
  addRead(app, store);
  addReplace(app, store);
  addPatch(app, store);
  addDelete(app, store);
}
