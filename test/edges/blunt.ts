import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { listen, type Running, readText } from "../servers/listen.ts";

/** A server that learns a suite's happy requests, and then answers 500 to whatever is different from each of them. */
export interface Blunt extends Running {
  stopLearning(): void;
}

const codes: Readonly<Record<string, number>> = { "POST /books": 201, "DELETE /books/1": 204 };

export async function startBlunt(validators: Readonly<Record<string, string>> = {}): Promise<Blunt> {
  const known = new Set<string>();
  let isLearning = true;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const print = fingerprint(request, await readText(request).catch(() => "cut off"));
    if (isLearning) known.add(print);
    if (!known.has(print)) return void response.writeHead(500).end();
    const status = codes[`${request.method} ${request.url}`] ?? 200;
    const headers = { "Content-Type": "application/json", Location: "/books/1", ...validators };
    response.writeHead(status, status === 204 ? {} : headers).end(status === 204 ? "" : '{ "id": "1" }');
  };
  const running = await listen(
    answer,
    () => 0,
    (server) => {
      server.maxHeadersCount = 0;
      Object.assign(server, { requireHostHeader: false });
      server.on("checkExpectation", answer);
      // What the parser refuses.
      server.on("clientError", (_, socket) =>
        socket.end("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
      );
    },
  );
  return {
    ...running,
    stopLearning: () => {
      isLearning = false;
    },
  };
}

/** All of a request but what differs from one time to the next. */
function fingerprint({ method, url, rawHeaders }: IncomingMessage, body: string): string {
  const lines = rawHeaders.flatMap((text, at) => (at % 2 === 0 ? [`${text}: ${rawHeaders[at + 1]}`] : []));
  const kept = lines.filter((line) => !/^(postman-token|connection): (?!close)/i.test(line));
  // The boundary is another one each time.
  const text = [method, url, ...kept.sort(), body]
    .join("\n")
    .replace(/-{10,}\d+/g, "boundary")
    .replace(/Content-Length: \d+$/m, "");
  return createHash("sha256").update(text).digest("hex");
}
