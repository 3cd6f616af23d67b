import { unknown } from "../errors.mjs";
import { fault } from "../fault.mjs";
import { task as properties } from "../project-schemas.mjs";
import { projectOf } from "./projects.mjs";

const coerced = fault("text-for-number") ? { estimate: {}, done: {} } : {};
const shape = { type: "object", additionalProperties: false, properties: { ...properties, ...coerced } };
const body = { ...shape, required: ["title"] };
const patch = { ...shape, minProperties: 1 };

function taskOf(request, store) {
  const { id, taskId } = request.params;
  if (!fault("parent-ignored")) projectOf(request, store);
  const stored = store.tasks.get(taskId);
  const isOfProject = stored?.projectId === Number(id) || fault("parent-ignored");
  if (stored === undefined || !isOfProject) throw unknown("task");
  return stored;
}

const viewOf = ({ projectId: _, ...shown }) => shown;

function addCollection(app, store) {
  app.post("/projects/:id/tasks", { schema: { body } }, async (request, reply) => {
    const { id: projectId } = projectOf(request, store);
    const id = `t${store.nextId()}`;
    const created = { id, done: false, ...request.body, projectId };
    store.tasks.set(id, created);
    return reply.code(201).header("location", `/projects/${projectId}/tasks/${id}`).send(viewOf(created));
  });
  app.get("/projects/:id/tasks", async (request, reply) => {
    const { id } = projectOf(request, store);
    const items = [...store.tasks.values()].filter(({ projectId }) => projectId === id).map(viewOf);
    if (items.length === 0 && fault("404-for-empty-list")) throw unknown("task");
    reply.header("cache-control", "private, no-cache");
    if (fault("cut-short")) {
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "application/json", "content-length": 4096 });
      reply.raw.write('{"items":[');
      return setTimeout(() => reply.raw.destroy(), 20);
    }
    return { items, total: items.length };
  });
}

function addItem(app, store) {
  const url = "/projects/:id/tasks/:taskId";
  app.get(url, async (request, reply) => {
    reply.header("cache-control", "private, no-cache");
    return viewOf(taskOf(request, store));
  });
  app.patch(url, { schema: { body: patch } }, async (request) => {
    const stored = taskOf(request, store);
    // Kept are only the fields that the form of the web page shows.
    const { title, done, estimate } = { ...stored, ...request.body };
    const changed = fault("field-not-stored") ? { ...stored, title } : { ...stored, title, done, estimate };
    store.tasks.set(stored.id, changed);
    return viewOf({ ...stored, ...request.body });
  });
  app.delete(url, async (request, reply) => {
    const { id, projectId } = taskOf(request, store);
    for (const one of store.tasks.values()) {
      const isMeant = one.id === id || (one.projectId === projectId && fault("delete-takes-all"));
      if (isMeant) store.tasks.delete(one.id);
    }
    return reply.code(204).send();
  });
}

/** `/projects/{id}/tasks` and what is below. */
export async function taskRoutes(app, { store }) {
  addCollection(app, store);
  addItem(app, store);
}
