import { fault } from "../fault.mjs";

const properties = {
  project: { type: "integer" },
  title: { type: "string", minLength: 1, maxLength: 120 },
};
const item = { type: "object", required: ["project", "title"], additionalProperties: false, properties };
const body = { type: "array", minItems: 1, maxItems: 20, items: item };

function createTask({ project, title }, { store, user }) {
  const isOwn = store.projects.get(project)?.ownerId === user.id;
  if (!isOwn) {
    if (fault("batch-hides-failure")) return { status: 201 };
    return { status: 404, error: { code: "NOT_FOUND", message: "There is no such project." } };
  }
  const id = `t${store.nextId()}`;
  store.tasks.set(id, { id, title, done: false, projectId: project });
  return { status: 201, id, location: `/projects/${project}/tasks/${id}` };
}

/** `/batch`: several tasks at once, each with a status of its own. */
export async function batchRoutes(app, { store }) {
  app.post("/batch", { schema: { body } }, async (request, reply) => {
    const results = request.body.map((one) => createTask(one, { store, user: request.user }));
    if (results.some(({ status }) => status === 404) && fault("batch-fails-whole")) {
      return reply.code(500).send({ error: { code: "INTERNAL", message: "Something went wrong on our side." } });
    }
    return reply.code(fault("200-for-batch") ? 200 : 207).send(results);
  });
}
