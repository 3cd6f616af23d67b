import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Manifest } from "../manifest/model.ts";
import type { Api } from "./api.ts";
import { carryOver } from "./carry-over.ts";
import { compileApi } from "./compile.ts";
import { type Delay, delayOf } from "./delay.ts";
import type { Fault } from "./fault.ts";
import { type FaultId, faults } from "./faults.ts";
import { holdBack } from "./hold-back.ts";
import { close, listen } from "./listen.ts";
import { rawResponse, refuseUnparsed } from "./parser-error.ts";
import { readRequest } from "./read-request.ts";
import { respondSafely } from "./respond-safely.ts";
import { plainSeed } from "./seed.ts";
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
  /** Of ids, delays, and bodies that are made from schemas. Default 0: the plainest values. */
  readonly seed?: number;
  /** How long each answer is held back. Default: not at all. */
  readonly delay?: Delay;
  /** A mistake that it makes; default: none. */
  readonly fault?: FaultId;
  /** Called after each answer. */
  readonly onRequest?: (entry: RequestEntry) => void;
}

/** One line of the request log. The path comes without its query, which may hold an API key. */
export interface RequestEntry {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** How much of it the answer was held back on purpose. */
  readonly delayMs: number;
  readonly reason: string;
}

/** A running mock. */
export interface Mock {
  /** With the path of the manifest's `baseUrl`, so that it can stand in its place. */
  readonly url: string;
  readonly port: number;
  /** Goes on with another manifest at the same port. */
  readonly reload: (manifest: Manifest, options?: Pick<MockOptions, "variables">) => Reloaded;
  /** Ends open connections, too. */
  readonly close: () => Promise<void>;
}

/** What became of a mock whose manifest has changed. */
export interface Reloaded {
  readonly url: string;
  /** How many resources are still there; undefined: they do not fit the new manifest, and it starts over. */
  readonly kept: number | undefined;
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

/** What answers at the moment. */
interface Serving {
  api: Api;
  state: State;
  /** Of the answers so far. */
  count: number;
  readonly seed: number;
  readonly delay: Delay | undefined;
  readonly fault: Fault | undefined;
}

/** Serves a manifest as an HTTP API. Rejects with the system's own error when the port cannot be had. */
export async function startMock(manifest: Manifest, options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = "127.0.0.1", seed = plainSeed, delay, onRequest = () => {} } = options;
  const fault = options.fault && faults[options.fault];
  const compile = (next: Manifest, { variables = {} }: Pick<MockOptions, "variables">) =>
    compileApi(next, { ...mockVariables(next), ...variables }, seed);
  const state = createState({ seed, nowMs: Date.now() });
  const serving: Serving = { api: compile(manifest, options), state, count: 0, seed, delay, fault };
  const server = createServer(parserOptions);
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    answer(incoming, outgoing, serving).then(onRequest, () => outgoing.destroy());
  };
  server.on("request", listener).on("checkExpectation", listener);
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => answerUnparsed(error, socket, serving.api));
  const bound = await listen(server, port, host);
  const name = host.includes(":") ? `[${host}]` : host;
  const url = () => `http://${name}:${bound}${serving.api.basePath}`;
  const reload: Mock["reload"] = (next, { variables = options.variables ?? {} } = {}) => {
    const after = compile(next, { variables });
    const { kept, ...carried } = carryOver(serving.state, { before: serving.api, after }, Date.now());
    Object.assign(serving, carried, { api: after });
    return { url: url(), kept };
  };
  return { url: url(), port: bound, reload, close: () => close(server) };
}

/** Node hands over the socket of a message that is no request, or none that ends. */
function answerUnparsed({ code }: NodeJS.ErrnoException, socket: Duplex, api: Api): void {
  const isGone = code === "ECONNRESET" || !socket.writable;
  if (isGone) socket.destroy();
  else socket.end(rawResponse(refuseUnparsed(code, api), Date.now()));
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, serving: Serving): Promise<RequestEntry> {
  const startedMs = performance.now();
  const request = await readRequest(incoming, Date.now);
  const [path = "/"] = request.target.split("?");
  const { response, reason } = respondSafely(request, serving, path);
  serving.count += 1;
  const general = serving.delay ? delayOf(serving.delay, serving.seed, serving.count) : 0;
  const delayMs = response.delayMs ?? general;
  const isGone = delayMs > 0 && !(await holdBack(outgoing, delayMs));
  if (!isGone) writeResponse(outgoing, response, { isHead: request.method === "HEAD" });
  const ms = performance.now() - startedMs;
  const told = isGone ? `${reason}; the client did not wait for it` : reason;
  return { method: request.method, path, status: response.status, ms, delayMs, reason: told };
}
