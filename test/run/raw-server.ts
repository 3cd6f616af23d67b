import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import type { Running } from "../servers/listen.ts";

/** What a server does with a request, byte by byte. */
export type RawAnswer = (socket: Socket, request: { readonly method: string; readonly count: number }) => void;

/** A server that speaks no HTTP of its own: each path has its bytes; any other is answered as it should be. */
export async function listenRaw(answers: Readonly<Record<string, RawAnswer>>): Promise<Running> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let count = 0;
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      const [, method = "", path = ""] = /^([A-Z]+) (\S+) HTTP/.exec(bytes.toString("latin1")) ?? [];
      if (path === "") return;
      count += 1;
      const answer = answers[path] ?? ok;
      answer(socket, { method, count });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    size: () => 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Sends these bytes: a status line, header lines, an empty line, and whatever follows. */
export function bytes(text: string): RawAnswer {
  return (socket) => socket.write(`HTTP/1.1 ${text}`, "latin1");
}

const ok = bytes("200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok");
