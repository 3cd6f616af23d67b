import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from "node:http";
import { listen, parseObject, type Running, readText } from "./listen.ts";

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly text: string;
  readonly rooms: Map<number, string>;
}

/** A little app behind a gateway that answers for it now and then, with pages, words and a limit of its own. */
export async function startFront(): Promise<Running> {
  const rooms = new Map<number, string>();
  return listen(
    (request, response) => {
      // A body that is too big is not read to its end.
      if (Number(request.headers["content-length"] ?? 0) > 100_000) return page(response, 413, { Connection: "close" });
      readText(request).then((text) => answer({ request, response, text, rooms }));
    },
    () => rooms.size,
    beginTune,
  );
}

/** Requests that Node cannot read get as little as there is to say. */
function beginTune(server: Server): void {
  server.on("clientError", ({ code }: Error & { code?: string }, socket) => {
    const status = code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
    if (socket.writable) socket.end(`HTTP/1.1 ${status} \r\nConnection: close\r\n\r\n`);
    else socket.destroy();
  });
}

let last = 0;

function answer(exchange: Exchange): unknown {
  const { request, response, text, rooms } = exchange;
  const { headers, method = "" } = request;
  if (headers["x-simulate"] === "crash") {
    response.sendDate = false;
    return page(response, 500);
  }
  if (headers["x-simulate"] === "deploy") return page(response, 503, { "Retry-After": "0" });
  if (headers["x-simulate"] === "slow") return page(response, 504);
  // Segments of nothing are merged, and what is meant is looked up.
  const path = (request.url ?? "").split("?")[0]?.replace(/\/{2,}/g, "/") ?? "";
  if (path === "/rooms/" || path === "/health/") return page(response, 301, { Location: path.slice(0, -1) });
  if (path === "/health")
    return method === "GET" || method === "HEAD" ? send(response, 200, "ok") : page(response, 403);
  const key = /^\/rooms\/([^/]+)$/.exec(path)?.[1];
  if (path !== "/rooms" && key === undefined) return page(response, 404);
  if (headers.authorization !== "Basic Y2xlcms6ZGVzaw==")
    return page(response, 401, { "WWW-Authenticate": 'BASIC realm="rooms \\"a, b\\"", charset="utf-8"' });
  if (method === "TRACE" || method === "OPTIONS") return page(response, 405, { Allow: "GET,,POST , DELETE" });
  if (key !== undefined) return answerItem(exchange, key);
  if (method === "GET" || method === "HEAD") return send(response, 200, [...rooms.values()]);
  const name = parseObject(text)?.name;
  if (method !== "POST") return page(response, 404);
  if (typeof name !== "string") return send(response, 400, [{ field: "name", problem: "a room needs a name" }]);
  last += 1;
  rooms.set(last, name);
  return send(response, 201, { id: last, name }, { Location: `//${headers.host}/rooms/${last}` });
}

function answerItem({ request, response, rooms }: Exchange, key: string): unknown {
  const id = Number(key);
  if (!/^\d+$/.test(key)) return send(response, 400, "That is no number.");
  const name = rooms.get(id);
  if (name === undefined) return send(response, 404, "There is no such room.");
  if (request.method === "DELETE") return send(response, rooms.delete(id) ? 204 : 404);
  const fields = { "Last-Modified": "Tue, 15 Nov 1994 12:45:26 GMT" };
  if (request.method === "GET" || request.method === "HEAD") return send(response, 200, { id, name }, fields);
  return page(response, 405, { Allow: ["GET", "DELETE"] });
}

let asked = 0;

function send(response: ServerResponse, status: number, body?: unknown, headers: OutgoingHttpHeaders = {}): unknown {
  asked += 1;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/plain; charset=utf-8" : "application/json";
  const limit = {
    "X-RateLimit-Limit": "5000",
    "X-RateLimit-Remaining": String(5000 - asked),
    "X-RateLimit-Reset": "30",
    RateLimit: `limit=5000, remaining=${5000 - asked}, reset=30`,
  };
  const about = body === undefined ? {} : { "Content-Type": type };
  // The words behind the number are anybody's (RFC 9110, 15.1).
  return response
    .writeHead(status, status < 400 ? "As You Like It" : "", { Server: "nginx", ...limit, ...about, ...headers })
    .end(text);
}

function page(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): unknown {
  const html = `<html>\r\n<head><title>${status}</title></head>\r\n<body><center>nginx</center></body>\r\n</html>\r\n`;
  return response.writeHead(status, { Server: "nginx", "Content-Type": "text/html", ...headers }).end(html);
}
