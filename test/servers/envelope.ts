import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { listen, parseObject, type Running, readText } from "./listen.ts";
import { isHeld, isNamed } from "./validators.ts";

interface Note {
  readonly owner: string;
  readonly text: string;
  readonly tags: ReadonlyArray<string>;
  readonly createdAt: string;
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
  if (request.method === "GET" || request.method === "HEAD") return send(exchange, { status: 200, data: [] });
  if (request.method !== "POST") return fail(exchange, 404, "no such route");
  const sent = parseObject(text);
  if (sent === undefined) return fail(exchange, 400, "that is no JSON object");
  const note = noteOf({ ...sent, createdAt: new Date().toISOString() }, user);
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
  if (note.owner !== user)
    return fail(exchange, ["GET", "HEAD"].includes(request.method ?? "") ? 404 : 403, "it is not yours");
  const etag = tagOf({ status: "success", data: show(id, note) });
  const isSafe = request.method === "GET" || request.method === "HEAD";
  if (!isSafe && !isHeld(plain(request.headers["if-match"]), etag)) return fail(exchange, 412, "it has changed");
  if (request.method === "DELETE") {
    notes.set(id, null);
    return send(exchange, { status: 200, data: null });
  }
  if (request.method === "PATCH") {
    const next = noteOf({ ...note, ...parseObject(text), createdAt: note.createdAt }, user);
    if (next === undefined || parseObject(text) === undefined) return fail(exchange, 422, "that is no note");
    notes.set(id, next);
    return send(exchange, { status: 200, data: show(id, next) });
  }
  return isSafe ? send(exchange, { status: 200, data: show(id, note) }) : fail(exchange, 404, "no such route");
}

/** Tags come back in another order, the text without the spaces around it, and nobody asked for `owner`. */
function show(id: string, note: Note) {
  return { id, ...note, text: note.text.trim(), tags: note.tags.toSorted() };
}

function noteOf({ text, tags, createdAt }: Record<string, unknown>, owner: string): Note | undefined {
  if (typeof text !== "string" || !Array.isArray(tags)) return undefined;
  return { owner, text, tags: tags.map(String), createdAt: String(createdAt) };
}

function fail(exchange: Exchange, status: number, data: unknown): unknown {
  return send(exchange, { status, data });
}

function tagOf(body: object): string {
  return `"${createHash("sha1").update(JSON.stringify(body)).digest("hex")}"`;
}

/** The compressed form has a tag of its own, as Apache gives it, and is asked about by it. */
function plain(field: string | undefined): string | undefined {
  return field?.replaceAll('-gzip"', '"');
}

interface Reply {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function send({ request, response }: Exchange, { status, data, headers = {} }: Reply): unknown {
  const word = status < 400 ? "success" : status < 500 ? "fail" : "error";
  const body = JSON.stringify({ status: word, data });
  const etag = tagOf({ status: word, data });
  const common = { "Set-Cookie": [`seen=${randomUUID()}; HttpOnly`, "theme=dark"], Vary: "Accept-Encoding" };
  const asked = plain(request.headers["if-none-match"]);
  if (status === 200 && ["GET", "HEAD"].includes(request.method ?? "") && isNamed(asked, etag)) {
    return response.writeHead(304, { ...common, ETag: etag }).end();
  }
  response.writeHead(status, {
    ...common,
    ...headers,
    ...(status === 200 && { ETag: etag.replace(/"$/, '-gzip"') }),
    "Content-Type": "application/vnd.notes.v2+json",
    "Content-Encoding": "gzip",
  });
  const bytes = gzipSync(body);
  response.write(bytes.subarray(0, 20));
  return response.end(bytes.subarray(20));
}
