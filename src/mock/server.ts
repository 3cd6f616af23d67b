import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { Manifest } from "../manifest/model.ts";
import type { Api } from "./api.ts";
import { compileApi } from "./compile.ts";
import type { Fault } from "./fault.ts";
import { type FaultId, faults } from "./faults.ts";
import { rawResponse, refuseUnparsed } from "./parser-error.ts";
import { readRequest } from "./read-request.ts";
import { refuse } from "./refuse.ts";
import type { MockRequest } from "./request.ts";
import { respond } from "./respond.ts";
import { respondFaulty } from "./respond-faulty.ts";
import type { MockResponse } from "./response.ts";
import { createState, type State } from "./state.ts";
import { mockVariables } from "./variables.ts";
import { writeResponse } from "./write-response.ts";

/** How a mock is started. */
export interface MockOptions {
  /** Default 0: any free one. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Values of `{{variables}}`; those without one get theirs from `mockVariables`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** A mistake that it makes; default: none. */
  readonly fault?: FaultId;
  /** `METHOD /path/{}` of the one operation that makes it; default: every one that can. */
  readonly site?: string;
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

/** What the parser lets through is judged where it can be answered in full; only a flood ends here. */
const parserOptions = {
  maxHeaderSize: 64 * 1024,
  requireHostHeader: false,
  // Who announces more than it sends waits no longer than a test does.
  requestTimeout: 5_000,
  headersTimeout: 5_000,
  connectionsCheckingInterval: 500,
  keepAliveTimeout: 60_000,
};

/** Serves a manifest as an HTTP API. Rejects with the system's own error when the port cannot be had. */
export async function startMock(manifest: Manifest, options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = "127.0.0.1", variables = {}, fault, site, onRequest = () => {} } = options;
  const api = compileApi(manifest, { ...mockVariables(manifest), ...variables });
  const state = createState({ secret: randomBytes(16).toString("hex"), nowMs: Date.now() });
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    answer({ incoming, outgoing, api, state, fault: fault && faults[fault], site }).then(onRequest, () =>
      outgoing.destroy(),
    );
  };
  const server = createServer(parserOptions, listener);
  server.on("checkExpectation", listener);
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => answerUnparsed(error, socket, api));
  await listen(server, port, host);
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  const name = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${name}:${bound}${api.basePath}`, port: bound, close: () => close(server) };
}

/** Node hands over the socket of a message that is no request, or none that ends. */
function answerUnparsed({ code }: NodeJS.ErrnoException, socket: Duplex, api: Api): void {
  const isGone = code === "ECONNRESET" || !socket.writable;
  if (isGone) socket.destroy();
  else socket.end(rawResponse(refuseUnparsed(code, api), Date.now()));
}

interface Call {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly api: Api;
  readonly state: State;
  readonly fault: Fault | undefined;
  readonly site: string | undefined;
}

async function answer({ incoming, outgoing, ...server }: Call): Promise<RequestEntry> {
  const startedMs = performance.now();
  const request = await readRequest(incoming, Date.now);
  const [path = "/"] = request.target.split("?");
  const { response, reason } = respondSafely(request, path, server);
  if (response.delayMs !== undefined) await wait(response.delayMs);
  writeResponse(outgoing, response, { isHead: request.method === "HEAD" });
  return { method: request.method, path, status: response.status, ms: performance.now() - startedMs, reason };
}

/** A bug of the mock is a 500 that tells the client nothing and the log everything. */
function respondSafely(
  request: MockRequest,
  path: string,
  { api, state, fault, site }: Pick<Call, "api" | "state" | "fault" | "site">,
): { response: MockResponse; reason: string } {
  try {
    const response = fault ? respondFaulty(request, { fault, site, state, api }) : respond(request, state, api);
    return { response, reason: response.reason };
  } catch (cause) {
    const response = refuse({ code: 500, reason: "something unexpected went wrong" }, { api, path });
    return { response, reason: `a bug in the mock: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
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
