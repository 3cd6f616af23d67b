import { refusal } from "../errors.mjs";
import { fault } from "../fault.mjs";
import { page, project } from "../project-schemas.mjs";

/** What a client sees of a project. */
export function viewOf({ ownerId: _, ...shown }) {
  return shown;
}

/** Refuses a key that another project has, and an end before the start. */
export function requireSound(candidate, store) {
  const { id, key, startsOn, endsOn } = candidate;
  const twin = [...store.projects.values()].find((one) => one.key === key && one.id !== id);
  if (twin !== undefined && !fault("duplicate-accepted")) {
    if (fault("500-for-duplicate")) throw new Error("duplicate key value violates unique constraint projects_key");
    throw refusal(409, "KEY_TAKEN", "There is a project with this key.", { field: "key" });
  }
  if (startsOn && endsOn && endsOn < startsOn && !fault("any-dates")) {
    throw refusal(422, "ENDS_TOO_EARLY", "A project cannot end before it starts.", { field: "endsOn" });
  }
}

function locationOf(id) {
  if (fault("location-of-list")) return "/projects";
  if (fault("location-misspelt")) return `/project/${id}`;
  // The address behind the proxy, which no client reaches.
  if (fault("location-behind-proxy")) return `http://127.0.0.1:9/projects/${id}`;
  return `/projects/${id}`;
}

function storeNew(created, store) {
  if (!fault("create-not-stored")) store.projects.set(created.id, created);
  if (fault("created-twice")) {
    const id = store.nextId();
    store.projects.set(id, { ...created, id });
  }
}

function addCreate(app, store) {
  // A number, a null or nothing has no trim: the check that comes before the schema's.
  const tidyName = async ({ body }) => {
    if (fault("500-for-wrong-type")) body.name = body.name.trim();
  };
  app.post("/projects", { schema: { body: project }, preValidation: tidyName }, async (request, reply) => {
    const created = { id: store.nextId(), status: "planned", ...request.body, ownerId: request.user.id };
    if (fault("refused-but-stored")) store.projects.set(created.id, created);
    requireSound(created, store);
    storeNew(created, store);
    if (!fault("no-location")) reply.header("location", locationOf(created.id));
    const { id: _, ...withoutId } = viewOf(created);
    return reply.code(fault("200-for-created") ? 200 : 201).send(fault("no-id") ? withoutId : viewOf(created));
  });
}

function addList(app, store) {
  app.get("/projects", { schema: { querystring: page } }, async (request, reply) => {
    const { limit = 50, offset = 0 } = request.query;
    const all = [...store.projects.values()].reverse();
    const own = all.filter(({ ownerId }) => ownerId === request.user.id || fault("list-of-everybody"));
    const items = own.slice(Number(offset), Number(offset) + Number(limit)).map(viewOf);
    reply.header("cache-control", "private, no-cache");
    if (fault("html-type")) return reply.type("text/html").send(JSON.stringify({ items, total: own.length }));
    if (fault("double-encoded")) return JSON.stringify(JSON.stringify({ items, total: own.length }));
    return { items, total: own.length };
  });
}

/** `/projects` itself. */
export async function projectListRoutes(app, { store }) {
  addCreate(app, store);
  addList(app, store);
}
