import { requireOwner } from "../authentication.mjs";
import { unknown } from "../errors.mjs";
import { fault } from "../fault.mjs";

const body = {
  type: "object",
  required: ["format"],
  additionalProperties: false,
  properties: { format: { type: "string", enum: ["csv", "json"] } },
};
const workMs = 300;

/** `/exports`: accepted now, done a moment later. */
export async function exportRoutes(app, { store }) {
  app.post("/exports", { schema: { body } }, async (request, reply) => {
    const id = `e${store.nextId()}`;
    const job = { id, format: request.body.format, ownerId: request.user.id, doneMs: Date.now() + workMs };
    store.exports.set(id, job);
    if (!fault("no-monitor")) reply.header("location", fault("monitor-nowhere") ? `/jobs/${id}` : `/exports/${id}`);
    return reply.code(fault("200-for-accepted") ? 200 : 202).send({ id, status: "pending" });
  });

  app.get("/exports/:id", async (request, reply) => {
    const job = store.exports.get(request.params.id);
    if (job === undefined) throw unknown("export");
    requireOwner(job, request);
    const isDone = Date.now() >= job.doneMs && !fault("job-never-ends");
    reply.header("cache-control", "no-store");
    if (!isDone) reply.header("retry-after", 1);
    return { id: job.id, format: job.format, status: isDone ? "succeeded" : "pending" };
  });
}
