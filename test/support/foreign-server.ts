import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A shop with a log of what it was asked: `POST /orders`. */
export interface Shop {
  readonly url: string;
  readonly log: string[];
  /** The bodies that came, in the same order. */
  readonly bodies: string[];
  /** The headers that came, as they were written. */
  readonly headers: ReadonlyArray<string>[];
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly request: IncomingMessage;
  readonly body: string;
  readonly params: ReadonlyArray<string>;
  readonly state: State;
}

interface State {
  readonly products: Map<string, object>;
  /** How often an order was looked at. */
  readonly looks: Map<string, number>;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const token = "tok-5f2c9d81";

const routes: ReadonlyArray<readonly [string, RegExp, (asked: Asked) => Answer]> = [
  ["POST", /^\/login$/, login],
  ["GET", /^\/me$/, me],
  ["GET", /^\/products$/, ({ state }) => ({ status: 200, body: [...state.products.values()] })],
  ["POST", /^\/products$/, createProduct],
  ["GET", /^\/products\/([^/]+)$/, ({ params, state }) => found(state.products.get(params[0] ?? ""))],
  ["DELETE", /^\/products\/([^/]+)$/, ({ params, state }) => removed(state.products.delete(params[0] ?? ""))],
  ["POST", /^\/orders$/, () => ({ status: 202, body: { id: "o1", state: "pending" } })],
  ["GET", /^\/orders\/([^/]+)$/, look],
  ["POST", /^\/upload$/, ({ body }) => ({ status: 200, body: { hasFile: /filename="[^"]+"/.test(body) } })],
  ["POST", /^\/sum$/, sum],
  ["GET", /^\/open\/(.*)$/, ({ params }) => ({ status: 200, body: { page: params[0] } })],
  ["GET", /^\/echo$/, ({ request }) => ({ status: 200, body: { authorization: request.headers.authorization } })],
];

/** Starts it; every other request than a login needs its token. */
export async function startShop(): Promise<Shop> {
  const log: string[] = [];
  const bodies: string[] = [];
  const headers: ReadonlyArray<string>[] = [];
  const state: State = { products: new Map(), looks: new Map() };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    log.push(`${request.method} ${request.url}`);
    bodies.push(body);
    headers.push(request.rawHeaders);
    send(answerTo(request, body, state), response);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    bodies,
    headers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(request: IncomingMessage, body: string, state: State): Answer {
  const path = (request.url ?? "").split("?")[0] ?? "";
  const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path));
  if (route === undefined) return { status: 404, body: { error: "no such thing" } };
  const isOpen = path === "/login" || path === "/sum" || path.startsWith("/open/");
  if (!isOpen && request.headers.authorization !== `Bearer ${token}`) return { status: 401, body: { error: "who?" } };
  const [, ...params] = route[1].exec(path) ?? [];
  return route[2]({ request, body, params, state });
}

function send({ status, body, headers = {} }: Answer, response: ServerResponse): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function login({ request }: Asked): Answer {
  const isKnown = request.headers.authorization === `Basic ${btoa("ada:correct horse")}`;
  if (!isKnown) return { status: 401, body: { error: "wrong password" } };
  return { status: 200, body: { token }, headers: { "Set-Cookie": "session=s1; Path=/" } };
}

function me({ request }: Asked): Answer {
  const hasSession = request.headers.cookie?.includes("session=s1") ?? false;
  return hasSession ? { status: 200, body: { name: "ada" } } : { status: 403, body: { error: "no session" } };
}

function createProduct({ body, state }: Asked): Answer {
  const id = `p${state.products.size + 1}`;
  const product = { id, ...JSON.parse(body) };
  state.products.set(id, product);
  return { status: 201, body: product, headers: { Location: `/products/${id}` } };
}

function found(product: object | undefined): Answer {
  return product === undefined ? { status: 404, body: { error: "no such product" } } : { status: 200, body: product };
}

function removed(isRemoved: boolean): Answer {
  return { status: isRemoved ? 204 : 404 };
}

/** Done at the third look. */
function look({ params, state }: Asked): Answer {
  const [id = ""] = params;
  const looks = (state.looks.get(id) ?? 0) + 1;
  state.looks.set(id, looks);
  return { status: 200, body: { id, state: looks % 3 === 0 ? "done" : "pending" } };
}

function sum({ body }: Asked): Answer {
  const fields = new URLSearchParams(body);
  return { status: 200, body: { sum: Number(fields.get("a")) + Number(fields.get("b")), code: fields.get("code") } };
}
