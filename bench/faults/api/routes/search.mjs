import { setTimeout as wait } from "node:timers/promises";
import { fault } from "../fault.mjs";
import { createRateLimit } from "../rate-limit.mjs";

const querystring = {
  type: "object",
  required: fault("search-for-nothing") ? [] : ["q"],
  properties: { q: { type: "string", minLength: 1, maxLength: 100 } },
};

function find(text, { projects, user }) {
  if (text.includes("'") && fault("500-for-quote")) throw new Error(`unterminated quoted string at or near "${text}"`);
  const own = [...projects.values()].filter(({ ownerId }) => ownerId === user.id);
  return own.filter(({ name }) => name.toLowerCase().includes(text)).map(({ id, name }) => ({ id, name }));
}

/** `/search`: the only one with a rate limit. */
export async function searchRoutes(app, { store: { projects } }) {
  app.get("/search", { schema: { querystring }, onRequest: createRateLimit() }, async (request, reply) => {
    const { q = "" } = request.query;
    const items = find(q.toLowerCase(), { projects, user: request.user });
    if (fault("slow-search")) await wait(2500);
    reply.header("cache-control", "private, no-store");
    const answer = { items, total: items.length };
    const text = JSON.stringify(answer);
    // Characters are no bytes: "Café" is cut.
    if (fault("length-in-characters")) reply.header("content-length", text.length).type("application/json");
    return fault("length-in-characters") ? Buffer.from(text).subarray(0, text.length) : answer;
  });
}
