import { createHash } from "node:crypto";
import { parseObject } from "../listen.ts";
import { type Answer, type Exchange, type Item, json, problem } from "./exchange.ts";

/** Items with validators, conditions and credentials. */
export function answerItems(exchange: Exchange): Answer {
  const { method, path, headers } = exchange;
  const id = /^\/items\/([^/]+)$/.exec(path)?.[1];
  const isKnown = headers.authorization === "Bearer open";
  const item = exchange.memory.items.get(id ?? "");
  if (!isKnown) {
    carriedOutAllTheSame(exchange, id);
    const shown = exchange.is("401-no-resource-data") && method === "GET" ? item : {};
    return json(401, { message: "no", ...shown }, { "WWW-Authenticate": "Bearer" });
  }
  if (id === undefined && path !== "/items") return problem(404);
  if (id === undefined) return method === "POST" ? create(exchange) : list(exchange);
  if (item === undefined) return method === "DELETE" ? { status: 204 } : problem(404);
  if (method === "GET" || method === "HEAD") return read(item, exchange);
  if (method === "DELETE") {
    exchange.memory.items.delete(id);
    return { status: 204 };
  }
  return method === "PUT" || method === "PATCH" ? update(item, exchange) : problem(405, { Allow: "GET, PUT, PATCH" });
}

/** What is refused leaves everything as it was, unless the server looks at the credentials too late. */
function carriedOutAllTheSame({ method, text, memory, is }: Exchange, id = ""): void {
  const item = memory.items.get(id);
  if (method === "PUT" && item && is("failed-write-no-effect")) Object.assign(item, parseObject(text));
  if (method === "DELETE" && is("refused-delete-deletes")) memory.items.delete(id);
}

function create({ text, memory, is }: Exchange): Answer {
  const item = itemOf(parseObject(text));
  if (item === undefined) {
    if (is("failed-create-adds-nothing")) memory.ghosts += 1;
    return problem(422);
  }
  memory.lastId += 1;
  const id = String(memory.lastId);
  memory.items.set(id, item);
  const place = is("201-location-resolves") ? "/catalogue" : "/items";
  return json(201, { id, ...item }, { Location: `${place}/${id}` });
}

function list({ method, memory }: Exchange): Answer {
  if (method !== "GET" && method !== "HEAD") return problem(404);
  return json(200, [...memory.items.values(), ...Array(memory.ghosts).fill({ name: "a ghost" })]);
}

function read(item: Item, { method, headers, memory, is }: Exchange): Answer {
  memory.reads += 1;
  const mood = is("get-safe-no-change") ? { mood: `${memory.reads} reads` } : {};
  const visits = is("counts-visits") ? { views: memory.reads, lastSeenAt: new Date().toISOString() } : {};
  const tag = is("etag-changes-when-body-changes") || is("etags-are-weak") ? '"1"' : etagOf(item);
  const etag = is("etags-are-weak") ? `W/${tag}` : tag;
  const asked = headers["if-none-match"];
  const cache = { "Cache-Control": "no-cache" };
  if (asked !== undefined && (asked === etag || is("304-only-for-current"))) {
    return { status: 304, headers: { ETag: asked, ...(is("304-headers-match-200") ? {} : cache) } };
  }
  const isOther = asked !== undefined && is("etag-stable-when-unchanged");
  const isHead = method === "HEAD";
  const status = isHead && is("head-equals-get-status") ? 202 : 200;
  const type = isHead && is("head-equals-get-headers") ? { "Content-Type": "text/plain" } : {};
  const length = isHead && is("head-content-length-correct") ? { "Content-Length": "0" } : {};
  const answer = json(status, { ...item, ...mood, ...visits }, { ETag: isOther ? '"new"' : etag, ...cache, ...type });
  const own = { "Content-Length": String(Buffer.byteLength(answer.body ?? "")) };
  return { ...answer, headers: { ...answer.headers, ...own, ...length } };
}

function update(item: Item, { method, headers, text, is }: Exchange): Answer {
  const sent = parseObject(text);
  if (headers["if-match"] !== undefined && headers["if-match"] !== etagOf(item)) {
    if (is("412-no-side-effect")) Object.assign(item, sent);
    return problem(412);
  }
  const next = sent && itemOf(method === "PATCH" ? { ...item, ...sent } : sent);
  if (next === undefined) {
    if (method === "PATCH" && is("patch-atomic") && typeof sent?.note === "string") item.note = sent.note;
    return problem(422);
  }
  const isSame = next.name === item.name && next.note === item.note;
  Object.assign(item, next);
  if (method === "PUT" && isSame && is("put-idempotent")) item.note += "!";
  return json(200, item);
}

function etagOf(item: Item): string {
  return `"${createHash("sha1").update(JSON.stringify(item)).digest("hex")}"`;
}

function itemOf({ name, note }: Record<string, unknown> = {}): Item | undefined {
  return typeof name === "string" && typeof note === "string" ? { name, note } : undefined;
}
