import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Manifest } from "../manifest/model.ts";
import type { Api } from "./api.ts";
import { compileApi } from "./compile.ts";
import { refuse } from "./refuse.ts";
import type { MockRequest } from "./request.ts";
import { respond } from "./respond.ts";
import type { MockResponse } from "./response.ts";
import { createState, type State } from "./state.ts";
import { mockVariables } from "./variables.ts";

/** How a mock is started. */
export interface MockOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Values of `{{variables}}`; those without one get theirs from `mockVariables`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Called after each answer. */
  readonly onRequest?: (entry: RequestEntry) => void;
}

/** One line of the request log. The path comes without its query, which may hold an API key. */
export interface RequestEntry {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  readonly reason: string;
}

/** A running mock. */
export interface Mock {
  /** With the path of the manifest's `baseUrl`, so that it can stand in its place. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections, too. */
  readonly close: () => Promise<void>;
}

const maxBodyBytes = 10 * 1024 * 1024;

/** Serves a manifest as an HTTP API. Rejects with the system's own error when the port cannot be had. */
export async function startMock(manifest: Manifest, options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = "127.0.0.1", variables = {}, onRequest = () => {} } = options;
  const api = compileApi(manifest, { ...mockVariables(manifest), ...variables });
  const state = createState({ secret: randomBytes(16).toString("hex"), nowMs: Date.now() });
  const server = createServer((incoming, outgoing) => {
    answer({ incoming, outgoing, api, state }).then(onRequest, () => outgoing.destroy());
  });
  await listen(server, port, host);
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  const name = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${name}:${bound}${api.basePath}`, port: bound, close: () => close(server) };
}

interface Call {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly api: Api;
  readonly state: State;
}

async function answer({ incoming, outgoing, api, state }: Call): Promise<RequestEntry> {
  const startedMs = performance.now();
  const request = await readRequest(incoming);
  const [path = "/"] = request.target.split("?");
  const { response, reason } = respondSafely(request, { api, state, path });
  write(outgoing, response, { isHead: request.method === "HEAD" });
  return { method: request.method, path, status: response.status, ms: performance.now() - startedMs, reason };
}

/** A bug of the mock is a 500 that tells the client nothing and the log everything. */
function respondSafely(
  request: MockRequest,
  { api, state, path }: { api: Api; state: State; path: string },
): { response: MockResponse; reason: string } {
  try {
    const response = respond(request, state, api);
    return { response, reason: response.reason };
  } catch (cause) {
    const response = refuse({ code: 500, reason: "something unexpected went wrong" }, { api, path });
    return { response, reason: `a bug in the mock: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

async function readRequest(incoming: IncomingMessage): Promise<MockRequest> {
  const { method = "GET", url = "/", headers, socket } = incoming;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    [value ?? ""].flat().join(", "),
  ]);
  const body = await readBody(incoming);
  return {
    method,
    target: url,
    headers: new Map(entries),
    body,
    client: socket.remoteAddress ?? "",
    nowMs: Date.now(),
  };
}

/** The body, or undefined when it is larger than accepted. The rest is read and dropped: a client that still sends hears no answer. */
async function readBody(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    incoming.on("data", (chunk: Uint8Array) => {
      size += chunk.byteLength;
      if (size <= maxBodyBytes) chunks.push(chunk);
      else chunks.length = 0;
    });
    incoming.on("end", () => resolve(size > maxBodyBytes ? undefined : Buffer.concat(chunks)));
    incoming.on("error", reject);
  });
}

function write(
  outgoing: ServerResponse,
  { status, headers, body }: MockResponse,
  { isHead }: { isHead: boolean },
): void {
  outgoing.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    outgoing.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  // RFC 9110, 8.6: no Content-Length with 204, and none that would be wrong with 304.
  if (status !== 204 && status !== 304) outgoing.setHeader("Content-Length", body?.byteLength ?? 0);
  outgoing.end(isHead ? undefined : body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
