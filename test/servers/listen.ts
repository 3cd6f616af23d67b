import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of the tests that is up. */
export interface Running {
  readonly url: string;
  /** How many things its store holds: a suite must leave it as it was. */
  size(): number;
  close(): Promise<void>;
}

/** Serves an app on a free port. `tune` is for what is decided before there is a request. */
export async function listen(
  listener: RequestListener,
  size: () => number,
  tune: (server: Server) => void = () => {},
): Promise<Running> {
  const server = createServer(listener);
  tune(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The whole body as text. */
export async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/** The object that a text is in JSON, or nothing. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
