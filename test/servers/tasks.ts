import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { listen, parseObject, type Running, readText } from "./listen.ts";
import { isHeld, isNamed } from "./validators.ts";

interface Task {
  readonly title: string;
  readonly isDone: boolean;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly text: string;
  readonly tasks: Map<string, Task>;
}

/** Addresses that end with a slash, time-ordered UUIDs, JSON Patch, preconditions that are required, and forms. */
export async function startTasks(): Promise<Running> {
  const tasks = new Map<string, Task>();
  return listen(
    (request, response) => {
      readText(request).then((text) => answer({ request, response, text, tasks }));
    },
    () => tasks.size,
    (server) => server.on("clientError", hangUp),
  );
}

/** What is too long to be read is not answered, only dropped. */
function hangUp({ code }: Error & { code?: string }, socket: Duplex): void {
  if (code !== "HPE_HEADER_OVERFLOW" && socket.writable) socket.write("HTTP/1.1 400 Bad Request\r\n\r\n");
  socket.destroy();
}

type Send = (status: number, body?: unknown, headers?: OutgoingHttpHeaders) => unknown;

function answer(exchange: Exchange): unknown {
  const { request, response } = exchange;
  const send: Send = (status, body, headers = {}) => {
    const type = body === undefined ? {} : { "Content-Type": "application/hal+json" };
    response.writeHead(status, { ...type, ...headers });
    return response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  const [path = ""] = (request.url ?? "").split("?");
  const allowed = path === "/tasks/" ? "GET, POST" : "GET, PUT, PATCH, DELETE";
  if (request.method === "OPTIONS") return send(204, undefined, { Allow: allowed });
  if (path === "/login/") return logIn(exchange, send);
  // The one address of everything ends with a slash.
  if (!path.endsWith("/")) return send(308, undefined, { Location: `.${path.slice(path.lastIndexOf("/"))}/` });
  const id = /^\/tasks\/([^/]+)\/$/.exec(path)?.[1];
  if (id === undefined) return path === "/tasks/" ? answerCollection(exchange, send) : send(404);
  const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id);
  return isUuid ? answerItem(id, exchange, send) : send(400, { title: "Not a UUID of version 7" });
}

/** Wrong credentials in a form are a 401 as well, and it names a scheme like any other. */
function logIn({ request, text }: Exchange, send: Send): unknown {
  const form = new URLSearchParams(text);
  if (request.method !== "POST") return send(404);
  if (!form.has("user") || !form.has("password")) return send(422, { errors: { password: "is missing" } });
  if (form.get("password") !== "correct") return send(401, undefined, { "WWW-Authenticate": 'Form realm="tasks"' });
  return send(200, { token: "t" }, { "Cache-Control": "no-store" });
}

let last = 0;

function answerCollection({ request, text, tasks }: Exchange, send: Send): unknown {
  if (request.method === "GET" || request.method === "HEAD") return send(200, { _embedded: [...tasks.values()] });
  if (request.method !== "POST") return send(404);
  const task = taskOf(parseObject(text));
  if (task === undefined) return send(422, { title: "No" });
  last += 1;
  const id = `018f3a5c-7e1b-7${String(last).padStart(3, "0")}-9abc-0123456789ab`;
  tasks.set(id, task);
  return send(201, { ...task, _links: { self: { href: `/tasks/${id}/` } } }, { Location: `${id}/` });
}

function answerItem(id: string, { request, text, tasks }: Exchange, send: Send): unknown {
  const { method } = request;
  const task = tasks.get(id);
  if (task === undefined) return send(404);
  const etag = `"${Buffer.from(JSON.stringify(task)).toString("base64")}"`;
  if (method === "GET" || method === "HEAD") {
    return isNamed(request.headers["if-none-match"], etag)
      ? send(304, undefined, { ETag: etag })
      : send(200, task, { ETag: etag });
  }
  if (method !== "PUT" && method !== "PATCH" && method !== "DELETE") return send(404);
  if (method !== "DELETE" && request.headers["if-match"] === undefined) return send(428);
  if (!isHeld(request.headers["if-match"], etag)) return send(412);
  if (method === "DELETE") return send(tasks.delete(id) ? 200 : 404);
  const next = method === "PUT" ? taskOf(parseObject(text)) : patched(task, text);
  if (next === undefined) return send(422, { title: "No" });
  tasks.set(id, next);
  return send(200, next);
}

/** The one operation that anybody needs of JSON Patch (RFC 6902). */
function patched(task: Task, text: string): Task | undefined {
  const { path, value } = parseObject(text.replace(/^\s*\[|\]\s*$/g, "")) ?? {};
  return path === "/isDone" && typeof value === "boolean" ? { ...task, isDone: value } : undefined;
}

function taskOf({ title, isDone }: Record<string, unknown> = {}): Task | undefined {
  return typeof title === "string" && typeof isDone === "boolean" ? { title, isDone } : undefined;
}
