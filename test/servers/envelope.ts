import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { listen, parseObject, type Running, readText } from "./listen.ts";

interface Note {
  readonly owner: string;
  readonly text: string;
  readonly tags: ReadonlyArray<string>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly text: string;
  readonly notes: Map<string, Note | null>;
  /** Where it is reached, for absolute Locations. */
  readonly origin: string;
}

const users: Readonly<Record<string, string>> = { "key-of-alice": "alice", "key-of-bob": "bob" };

/** JSend over gzip, slow, with cookies: everything in an envelope, 410 for what is gone, 404 to hide what is not yours. */
export async function startEnvelope(): Promise<Running> {
  const notes = new Map<string, Note | null>();
  return listen(
    (request, response) => {
      const origin = `http://${request.headers.host}`;
      const reply = (text: string) => answer({ request, response, text, notes, origin });
      readText(request).then((text) => setTimeout(() => reply(text), request.method === "PATCH" ? 300 : 0));
    },
    () => [...notes.values()].filter((note) => note !== null).length,
  );
}

function answer(exchange: Exchange): unknown {
  const { request, origin } = exchange;
  const user = users[String(request.headers["x-api-key"])];
  // There is no scheme for keys, and nobody has to invent one.
  if (user === undefined) return fail(exchange, 401, "a key is needed");
  const { pathname } = new URL(request.url ?? "", origin);
  if (pathname === "/notes") return answerCollection(exchange, user);
  const id = /^\/notes\/([^/]+)$/.exec(pathname)?.[1];
  if (id === undefined) return fail(exchange, 404, "no such route");
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) return fail(exchange, 400, "that is no UUID");
  return answerItem(exchange, { id, user });
}

function answerCollection(exchange: Exchange, user: string): unknown {
  const { request, text, notes, origin } = exchange;
  if (request.method === "GET") return send(exchange, { status: 200, data: [] });
  if (request.method !== "POST") return fail(exchange, 404, "no such route");
  const sent = parseObject(text);
  if (sent === undefined) return fail(exchange, 400, "that is no JSON object");
  const note = noteOf(sent, user);
  if (note === undefined) return fail(exchange, 422, { text: "is needed", password: "is not", trace: randomUUID() });
  const id = randomUUID();
  notes.set(id, note);
  return send(exchange, { status: 201, data: show(id, note), headers: { Location: `${origin}/notes/${id}?by=a,b` } });
}

function answerItem(exchange: Exchange, { id, user }: { readonly id: string; readonly user: string }): unknown {
  const { request, text, notes } = exchange;
  const note = notes.get(id);
  if (note === null) return fail(exchange, 410, "it was deleted");
  if (note === undefined) return fail(exchange, 404, "there is no such note");
  if (note.owner !== user) return fail(exchange, request.method === "GET" ? 404 : 403, "it is not yours");
  if (request.method === "DELETE") {
    notes.set(id, null);
    return send(exchange, { status: 200, data: null });
  }
  if (request.method === "PATCH") {
    const next = noteOf({ ...note, ...parseObject(text) }, user);
    if (next === undefined || parseObject(text) === undefined) return fail(exchange, 422, "that is no note");
    notes.set(id, next);
    return send(exchange, { status: 200, data: show(id, next) });
  }
  return request.method === "GET"
    ? send(exchange, { status: 200, data: show(id, note) })
    : fail(exchange, 404, "no such route");
}

/** Tags come back in another order, the text without the spaces around it, and nobody asked for `owner`. */
function show(id: string, note: Note) {
  return { id, ...note, text: note.text.trim(), tags: note.tags.toSorted(), created_at: new Date().toISOString() };
}

function noteOf({ text, tags }: Record<string, unknown>, owner: string): Note | undefined {
  if (typeof text !== "string" || !Array.isArray(tags)) return undefined;
  return { owner, text, tags: tags.map(String) };
}

function fail(exchange: Exchange, status: number, data: unknown): unknown {
  return send(exchange, { status, data });
}

interface Reply {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function send({ request, response }: Exchange, { status, data, headers = {} }: Reply): unknown {
  const word = status < 400 ? "success" : status < 500 ? "fail" : "error";
  const body = JSON.stringify({ status: word, data });
  // What tells one state of a note from another; the compressed form has a tag of its own, as Apache gives it.
  const etag = `"${createHash("sha1")
    .update(body.replace(/"created_at":"[^"]*"/, ""))
    .digest("hex")}`;
  const common = { "Set-Cookie": [`seen=${randomUUID()}; HttpOnly`, "theme=dark"], Vary: "Accept-Encoding" };
  if (status === 200 && String(request.headers["if-none-match"]).startsWith(etag)) {
    return response.writeHead(304, { ...common, ETag: `${etag}"` }).end();
  }
  response.writeHead(status, {
    ...common,
    ...headers,
    ...(status === 200 && { ETag: `${etag}-gzip"` }),
    "Content-Type": "application/vnd.notes.v2+json",
    "Content-Encoding": "gzip",
  });
  const bytes = gzipSync(body);
  response.write(bytes.subarray(0, 20));
  return response.end(bytes.subarray(20));
}
