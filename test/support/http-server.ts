import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as a test's server sees it. */
export interface Asked {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** How often this method and path were asked for before. */
  readonly before: number;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** `[status]`, `[status, body]` or `[status, body, headers]`; undefined: the handler answers by itself. */
export type Answer = readonly [number, unknown?, Readonly<Record<string, string>>?] | undefined;

export interface TestServer {
  readonly url: string;
  /** `GET /a`, in the order in which they came. */
  readonly asked: ReadonlyArray<string>;
  readonly close: () => Promise<void>;
}

/** A server on loopback that answers as the function says. */
export async function serveHttp(answer: (asked: Asked) => Answer | Promise<Answer>, port = 0): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { method = "", headers } = request;
    const path = (request.url ?? "").replace(/\?.*/, "");
    const before = asked.filter((one) => one === `${method} ${path}`).length;
    asked.push(`${method} ${path}`);
    const given = await answer({ method, path, headers, body, before, request, response });
    if (given === undefined) return;
    const [status, value, more] = given;
    if (value === undefined) response.writeHead(status, more).end();
    else response.writeHead(status, { "Content-Type": "application/json", ...more }).end(JSON.stringify(value));
  }).listen(port, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
