import express, { type ErrorRequestHandler, type Response } from "express";
import { listen, type Running } from "./listen.ts";

/** Express, its body parser in front of everything, and protocols that have errors of their own inside of a 200. */
export async function startGraph(): Promise<Running> {
  const app = express().disable("x-powered-by").disable("etag");
  app.use(express.json());
  app.use(({ headers }, response, next) => {
    if (headers.authorization === "Bearer node") return next();
    return fail(response.set("WWW-Authenticate", 'Bearer realm="graph", scope="read write"'), 401, "UNAUTHENTICATED");
  });
  app.post("/graphql", ({ body }, response) => {
    const { query } = Object(body);
    if (typeof query !== "string") return void fail(response, 400, "A query is needed");
    const isKnown = query.includes("books");
    const errors = isKnown ? [] : [{ message: "Cannot query that", extensions: { code: "UNKNOWN" } }];
    response.json({ data: isKnown ? { books: [] } : null, errors });
  });
  app.post("/rpc", ({ body }, response) => {
    const { jsonrpc, method, id = null } = Object(body);
    if (jsonrpc !== "2.0" || typeof method !== "string") return void fail(response, 400, "That is no call");
    const result = method === "ping" ? { result: "pong" } : { error: { code: -32601, message: "Method not found" } };
    response.json({ jsonrpc, id, ...result });
  });
  app.get("/statements/:name", ({ params }, response) => {
    const statement = Object.hasOwn(statements, params.name) ? statements[params.name] : undefined;
    statement ? response.json(statement) : fail(response, 404, "Nobody said that");
  });
  const keys = addKeys(app);
  app.use((_request, response) => void fail(response, 404, "There is no such place"));
  app.use(quiet);
  return listen(app, () => keys.size);
}

/** Keys that are shown once, when they are made, and can only be taken away after that. */
function addKeys(app: express.Express): ReadonlySet<string> {
  const keys = new Set<string>();
  let last = 0;
  app.post("/keys", ({ body }, response) => {
    const { label } = Object(body);
    if (typeof label !== "string") return void fail(response, 422, "A key needs a label");
    last += 1;
    keys.add(String(last));
    const secret = `sk_test_${"4eC39HqLyjWDarjtT1zdp7dc".slice(last % 8)}`;
    response.status(201).location(`/keys/${last}`).json({ id: last, label, secret });
  });
  app.delete("/keys/:id", ({ params }, response) => {
    const isThere = keys.delete(params.id);
    if (isThere) response.status(204).end();
    else fail(response, 404, "There is no such key");
  });
  return keys;
}

const notice = "Please select an item from the list, then delete from it where you like; at the end update your set.";
const trace = "4bf92f3577b34da6a3ce929d0e0e4736";

/** Answers that speak of failure, and are none. */
const statements: Readonly<Record<string, unknown>> = {
  game: { id: 7, success: false, moves: 12 },
  probe: { url: "https://example.org/", status: 503, checkedAt: "2024-01-01T00:00:00Z" },
  order: { id: 7, state: "failed", status: "error", reason: null },
  validation: { valid: true, errors: [], error: null, error_count: 0, message: "no errors found" },
  notices: [{ text: notice, trace, query: "select", cause: "WEATHER", file: "a.pdf" }],
};

function fail(response: Response, status: number, message: string): Response {
  return response.status(status).json({ message, traceId: trace, cause: "CLIENT" });
}

const quiet: ErrorRequestHandler = ({ status = 500 }, _request, response, _next) => {
  fail(response, status, "Please select an item from the list");
};
