import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What is wrong with it; nothing by default. */
export interface LibraryFaults {
  /** Nobody is asked who they are. */
  readonly isOpen?: boolean;
  /** 201 without Location. */
  readonly hasNoLocation?: boolean;
  /** 200 with an empty book where there is none. */
  readonly hasNo404?: boolean;
  /** Every token is refused, as if it had expired. */
  readonly isTokenDead?: boolean;
}

interface Book {
  readonly title: string;
}

/** A correct little API for tests, on nothing but Node: books, one token, plain-text errors. */
export async function startLibrary(
  faults: LibraryFaults = {},
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const books = new Map<string, Book>();
  const server = createServer((request, response) => {
    readBody(request).then((body) => answer({ request, response, body, books, faults }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
  readonly books: Map<string, Book>;
  readonly faults: LibraryFaults;
}

function answer({ request, response, body, books, faults }: Exchange): unknown {
  const { method, url = "" } = request;
  const send = (status: number, content?: unknown, headers: Record<string, string> = {}) => {
    const type = typeof content === "string" ? "text/plain" : "application/json";
    response.writeHead(status, { ...(content !== undefined && { "Content-Type": type }), ...headers });
    response.end(content === undefined ? undefined : typeof content === "string" ? content : JSON.stringify(content));
  };
  const isKnown = request.headers.authorization === "Bearer open-sesame" && !faults.isTokenDead;
  if (!isKnown && !faults.isOpen) return send(401, "who are you?", { "WWW-Authenticate": 'Bearer realm="library"' });
  const id = /^\/books\/([^/]+)$/.exec(url)?.[1];
  if (url === "/books" && method === "GET") return send(200, [...books.values()]);
  if (url === "/books" && method === "POST") {
    const book = parseBook(body);
    if (typeof book === "number") return send(book, "that is no book");
    const created = randomUUID();
    books.set(created, book);
    return send(201, { id: created, ...book }, faults.hasNoLocation ? {} : { Location: `/books/${created}` });
  }
  if (id === undefined) return send(404, "no such place");
  const book = books.get(id);
  if (book === undefined && !faults.hasNo404) return send(404, "no such book");
  if (method === "DELETE") {
    books.delete(id);
    return send(204);
  }
  return send(200, { id, ...book });
}

/** The book, or the status code that tells why it is none. */
function parseBook(body: string): Book | number {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null && "title" in value && typeof value.title === "string") {
      return { title: value.title };
    }
    return 422;
  } catch {
    return 400;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}
