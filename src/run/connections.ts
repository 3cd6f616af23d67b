import { readFileSync } from "node:fs";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Duplex } from "node:stream";
import { rootCertificates } from "node:tls";

/** The connections of one Newman run. Newman would share them between all runs of the program, and nobody could tell whose they are. */
export interface Connections {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** From now on requests are this item's. */
  readonly startItem: (itemId: string) => void;
  /** The item's last request went out on a connection that had carried another one. */
  readonly isReused: () => boolean;
  readonly close: () => void;
}

export interface ConnectionsOptions {
  readonly onSurplus: (itemId: string, bytes: Buffer) => void;
  /** File of certificate authorities to trust as well: Newman tells only agents of its own. */
  readonly extraCa?: string;
}

/**
 * Opens connections as they are needed and keeps them for the next request. Bytes that come while nobody waits for any belong
 * to no response: `onSurplus` hears of them, with the item that used the connection last.
 */
export function openConnections({ onSurplus, extraCa }: ConnectionsOptions): Connections {
  const listeners = new WeakMap<Duplex, (bytes: Buffer) => void>();
  let item = "";
  let isReused = false;
  const watch = <Agent extends HttpAgent>(agent: Agent): Agent => {
    const keep = agent.keepSocketAlive.bind(agent);
    const reuse = agent.reuseSocket.bind(agent);
    agent.keepSocketAlive = (socket) => {
      const last = item;
      const listener = (bytes: Buffer): void => {
        onSurplus(last, bytes);
        // Nobody knows any more where the next response begins (RFC 9112, 6.3).
        socket.destroy();
      };
      listeners.set(socket, listener);
      socket.once("data", listener);
      return keep(socket);
    };
    agent.reuseSocket = (socket, request) => {
      const listener = listeners.get(socket);
      if (listener) socket.removeListener("data", listener);
      isReused = true;
      reuse(socket, request);
    };
    return agent;
  };
  const http = watch(new HttpAgent({ keepAlive: true }));
  const https = watch(
    new HttpsAgent({ keepAlive: true, ...(extraCa !== undefined && { ca: [...authorities(extraCa)] }) }),
  );
  return {
    agents: { http, https },
    startItem: (itemId) => {
      item = itemId;
      isReused = false;
    },
    isReused: () => isReused,
    close: () => {
      http.destroy();
      https.destroy();
    },
  };
}

function authorities(file: string): ReadonlyArray<string> {
  return [...rootCertificates, readFileSync(file, "utf8")];
}
