import type { IncomingMessage } from "node:http";
import { joinLines, type MockRequest } from "./request.ts";

const maxBodyBytes = 10 * 1024 * 1024;

/** Reads a request to its end. */
export async function readRequest(incoming: IncomingMessage, now: () => number): Promise<MockRequest> {
  const { method = "GET", url = "/", httpVersion, rawHeaders, socket } = incoming;
  const lines = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? ""]] : [],
  );
  const body = await readBody(incoming);
  return {
    method,
    target: url,
    version: httpVersion,
    lines,
    headers: joinLines(lines),
    body,
    client: socket.remoteAddress ?? "",
    nowMs: now(),
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
