import { randomUUID } from "node:crypto";
import express, { type Request, type Response } from "express";
import { listen, type Running } from "./listen.ts";
import { isHeld, isNamed } from "./validators.ts";

interface Draft {
  readonly owner: string;
  readonly text: string;
  readonly etag: string;
}

const tokens: Readonly<Record<string, string>> = { "Bearer of-ann": "ann", "Bearer of-ben": "ben" };

/** For browsers: a session in a cookie after any call, one allowed origin, and no word on who has an account. */
export async function startSessions(): Promise<Running> {
  const drafts = new Map<string, Draft>();
  const sessions = new Map<string, string>();
  // Other addresses are other places (RFC 3986, 6.2.2.1).
  const app = express().disable("x-powered-by").enable("strict routing").enable("case sensitive routing");
  app.use(allowOrigin);
  // Nobody is told which of the two it was, nor whether there is such an account at all.
  app.post("/password-resets", express.json(), (_request, response) => void response.status(202).json({ id: "mail" }));
  app.post("/sessions", express.json(), ({ body }, response) => {
    const { user, password } = Object(body);
    if (typeof user !== "string") return void refuse(response, 400, { errors: { password: "is too short" } });
    if (password !== "secret") return void refuse(response.set("WWW-Authenticate", "FormBased"), 401, { error: "No" });
    begin(response, sessions, "ann").json({ user: "ann" });
  });
  app.use((request, response, next) => {
    const session = /(?:^|; )sid=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
    const user = tokens[request.headers.authorization ?? ""] ?? sessions.get(session);
    if (user === undefined) {
      const challenges = ['Negotiate, FormBased login="/sessions"', 'Bearer realm="drafts", error_description="a, b"'];
      return void refuse(response.set("WWW-Authenticate", challenges), 401, { error: "Please log in" });
    }
    response.locals.user = user;
    if (session === "") begin(response, sessions, user);
    next();
  });
  app.use(express.json({ type: "*/json" }));
  addDrafts(app, drafts);
  app.use((_request, response) => void refuse(response, 404, { error: "There is no such place" }));
  app.use((error: { status?: number }, _request: Request, response: Response, _next: () => void) => {
    refuse(response, error.status ?? 500, { error: "That cannot be read" });
  });
  return listen(app, () => drafts.size);
}

/** One origin, by name, with credentials; whoever asks first is answered before anything is checked. */
function allowOrigin({ method, headers }: Request, response: Response, next: () => void): unknown {
  response.set({ Vary: "Origin", "Strict-Transport-Security": "max-age=31536000; includeSubDomains" });
  response.set({
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store, no-cache, must-revalidate, max-age=0",
  });
  if (headers.origin === "https://app.example") {
    response.set({ "Access-Control-Allow-Origin": headers.origin, "Access-Control-Allow-Credentials": "true" });
  }
  if (method !== "OPTIONS") return next();
  const allowed = {
    "Access-Control-Allow-Methods": "GET, PUT, DELETE",
    "Access-Control-Allow-Headers": "Authorization",
  };
  return response
    .set({ ...allowed, Allow: "GET, HEAD, POST, PUT, DELETE" })
    .status(204)
    .end();
}

function begin(response: Response, sessions: Map<string, string>, user: string): Response {
  const sid = randomUUID();
  sessions.set(sid, user);
  const expires = "Expires=Wed, 21 Oct 2037 07:28:00 GMT";
  return response.set("Set-Cookie", [
    `sid=${sid}; Path=/; HttpOnly; SameSite=Lax; ${expires}`,
    `__Host-csrf=${sid}; Path=/; Secure; SameSite=Strict; Max-Age=3600; Priority=High`,
  ]);
}

function addDrafts(app: express.Express, drafts: Map<string, Draft>): void {
  app.get("/drafts", (_request, response) => void response.json([]));
  app.post("/drafts", ({ body }, response) => {
    const text = Object(body).text;
    if (typeof text !== "string") return void refuse(response, 400, { errors: { text: ["is no text"] } });
    const id = randomUUID();
    drafts.set(id, { owner: response.locals.user, text, etag: `W/"${randomUUID()}"` });
    response.status(201).location(`drafts/${id}?_=1,2`).json({ draft: { id, text } });
  });
  app.use("/drafts/:id", ({ params, method, headers }, response, next) => {
    const draft = drafts.get(params.id.toLowerCase());
    if (draft === undefined || draft.owner !== response.locals.user) {
      // Nothing of other people's is said to exist; and what has been deleted cannot be deleted again.
      return void refuse(response, draft === undefined && method === "DELETE" ? 410 : 404, { error: "No such draft" });
    }
    response.locals.draft = draft;
    const isSafe = method === "GET" || method === "HEAD";
    if (!isSafe && !isHeld(headers["if-match"], draft.etag)) return void response.sendStatus(412);
    next();
  });
  app.get("/drafts/:id", ({ params }, response) => {
    const { text, etag } = response.locals.draft;
    response.set("ETag", etag).json({ draft: { id: params.id, text } });
  });
  app.put("/drafts/:id", ({ params, body, headers }, response) => {
    const text = Object(body).text;
    if (typeof text !== "string") return void refuse(response, 400, { errors: { text: ["is no text"] } });
    // A weak validator never matches (RFC 9110, 13.1.1).
    const { etag } = response.locals.draft;
    if (isNamed(headers["if-none-match"], etag)) return void response.sendStatus(412);
    const draft = { owner: response.locals.user, text, etag: `W/"${randomUUID()}"` };
    drafts.set(params.id, draft);
    response.status(204).set("Content-Type", "application/json").end();
  });
  app.delete("/drafts/:id", ({ params }, response) => {
    drafts.delete(params.id);
    response.status(200).json({ deleted: true });
  });
}

function refuse(response: Response, status: number, body: object): Response {
  return response.status(status).json(body);
}
