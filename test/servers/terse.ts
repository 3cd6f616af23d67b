import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { listen, parseObject, type Running, readText } from "./listen.ts";

interface Thing {
  readonly name: string;
  readonly size: number;
  /** When it was changed, in whole seconds. */
  readonly changedMs: number;
}

interface Shop {
  readonly things: Map<string, Thing>;
  /** What is gone is remembered: to delete it again is no mistake. */
  readonly gone: Set<string>;
}

/** Says as little as HTTP allows: no bodies but where asked, 400 for whatever is invalid, Last-Modified alone. */
export async function startTerse(): Promise<Running> {
  const shop: Shop = { things: new Map(), gone: new Set() };
  return listen(
    (request, response) => {
      readText(request).then((text) => answer({ request, response, text, shop }));
    },
    () => shop.things.size,
  );
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly text: string;
  readonly shop: Shop;
}

const challenges = ['Negotiate, Bearer realm="a, b", error_uri=",", Basic realm="x"', "ApiKey"];

function answer(exchange: Exchange): unknown {
  const { request, response } = exchange;
  const { authorization } = request.headers;
  const bare = (status: number, headers: OutgoingHttpHeaders = {}) =>
    response.writeHead(status, { CONNECTION: "close", ...headers }).end();
  if (authorization === undefined) return bare(401, { "www-authenticate": challenges });
  if (!/^bearer /i.test(authorization)) return bare(400);
  if (!/^bearer open-sesame$/i.test(authorization)) return bare(401, { "WWW-AUTHENTICATE": "Bearer" });
  const id = /^\/v1\/things\/(\d+)$/.exec(request.url ?? "")?.[1];
  if (id !== undefined) return answerItem(id, exchange, bare);
  // For the time being nothing is allowed here, which is an empty list (RFC 9110, 10.2.1).
  if (request.url === "/v1/audit") return bare(405, { Allow: "" });
  return request.url === "/v1/things" ? answerCollection(exchange, bare) : bare(404);
}

type Bare = (status: number, headers?: OutgoingHttpHeaders) => unknown;

function answerCollection({ request, response, text, shop }: Exchange, bare: Bare): unknown {
  if (request.method === "GET" || request.method === "HEAD")
    return sendJson(
      response,
      [...shop.things.values()].map(({ name }) => name),
      {},
    );
  if (request.method !== "POST") return bare(405, { Allow: "POST ,GET" });
  const thing = thingOf(text);
  if (thing === undefined) return bare(400);
  if ([...shop.things.values()].some(({ name }) => name === thing.name)) return bare(409);
  const id = String(shop.things.size + shop.gone.size + 1);
  shop.things.set(id, thing);
  return bare(201, { LOCATION: `../v1/things/${id}` });
}

function answerItem(id: string, { request, response, text, shop }: Exchange, bare: Bare): unknown {
  const { method } = request;
  const thing = shop.things.get(id);
  if (method === "DELETE" && shop.gone.has(id)) return bare(204);
  if (thing === undefined) return bare(404);
  if (method === "DELETE") {
    shop.gone.add(id);
    shop.things.delete(id);
    return bare(204);
  }
  if (method === "PUT") {
    const next = thingOf(text);
    if (next) shop.things.set(id, next);
    return bare(next ? 204 : 400);
  }
  if (method !== "GET" && method !== "HEAD") return bare(405, { Allow: ["GET", "PUT,DELETE"] });
  // A date that is none is ignored (RFC 9110, 13.1.3).
  const since = request.headers["if-none-match"] ? Number.NaN : Date.parse(request.headers["if-modified-since"] ?? "");
  if (since >= thing.changedMs) return bare(304);
  const { name, size, changedMs } = thing;
  return sendJson(response, { name, size }, { "last-modified": new Date(changedMs).toUTCString() });
}

function sendJson(response: ServerResponse, value: unknown, headers: OutgoingHttpHeaders): unknown {
  return response
    .writeHead(200, { "CONTENT-TYPE": "Application/JSON;Charset=UTF-8", ...headers })
    .end(JSON.stringify(value));
}

function thingOf(text: string): Thing | undefined {
  const { name, size } = parseObject(text) ?? {};
  const changedMs = Math.floor(Date.now() / 1000) * 1000;
  return typeof name === "string" && typeof size === "number" ? { name, size, changedMs } : undefined;
}
