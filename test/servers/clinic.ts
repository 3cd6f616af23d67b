import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { listen, type Running } from "./listen.ts";

/** What a visit must be: the manifest has the same. */
export const visitSchema = {
  type: "object",
  required: ["patient", "minutes", "kind"],
  additionalProperties: false,
  properties: {
    patient: { type: "string", minLength: 2, maxLength: 20, pattern: "^\\p{L}" },
    minutes: { type: "integer", minimum: 5, maximum: 120 },
    kind: { enum: ["first", "again"] },
    at: { type: "string", format: "date-time" },
    notes: { type: "array", maxItems: 3, uniqueItems: true, items: { type: "string" } },
    urgent: { type: "boolean", default: false },
  },
} as const;

interface Visit {
  readonly patient: string;
}

/** Fastify as it comes: "5" is 5, null is nothing, what the schema does not know is taken away, ids of any case. */
export async function startClinic(): Promise<Running> {
  const visits = new Map<string, Visit>();
  const app = fastify({ bodyLimit: 20_000, routerOptions: { ignoreTrailingSlash: false, maxParamLength: 50 } });
  addVisits(app, visits);
  await app.ready();
  return listen(
    (request, response) => app.routing(request, response),
    () => visits.size,
  );
}

function addVisits(app: FastifyInstance, visits: Map<string, Visit>): void {
  let last = 0;
  app.get("/visits", ({ query }) => {
    const { limit = "10" } = Object(query);
    return [...visits.keys()].slice(0, Number(limit) || 10);
  });
  app.post<{ Body: Visit }>("/visits", { schema: { body: visitSchema } }, ({ body }, reply) => {
    last += 1;
    const id = `0f${String(last).padStart(6, "0")}-ab5c-4def-8abc-0123456789ab`;
    visits.set(id, body);
    return reply
      .code(201)
      .header("Location", `/visits/${id}`)
      .send({ id, ...body });
  });
  const schema = { params: { type: "object", properties: { id: { type: "string", format: "uuid" } } } };
  app.get<{ Params: { id: string } }>("/visits/:id", { schema }, ({ params }, reply) => {
    const visit = visits.get(params.id.toLowerCase());
    return visit ? { id: params.id.toLowerCase(), ...visit } : missing(reply);
  });
  app.put<{ Params: { id: string }; Body: Visit }>(
    "/visits/:id",
    { schema: { ...schema, body: visitSchema } },
    ({ params, body }, reply) => {
      if (!visits.has(params.id.toLowerCase())) return missing(reply);
      visits.set(params.id.toLowerCase(), body);
      return reply.code(200).send({ id: params.id, ...body });
    },
  );
  app.delete<{ Params: { id: string } }>("/visits/:id", { schema }, ({ params }, reply) =>
    visits.delete(params.id.toLowerCase()) ? reply.code(204).send() : missing(reply),
  );
}

function missing(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ statusCode: 404, error: "Not Found", message: "There is no such visit" });
}
