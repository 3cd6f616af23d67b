import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import Router from "@koa/router";
import Koa, { type Context } from "koa";
import { listen, type Running } from "./listen.ts";

/** One way to represent something, with the fields that go with it. */
interface Representation {
  readonly type: string;
  readonly body: string | Buffer;
  readonly fields?: Readonly<Record<string, string | string[]>>;
}

const xssi = `)]}',\n{"a":1}`;
/** What a 304 says as well, if the 200 says it (RFC 9110, 15.4.5). */
const kept = /^(Cache-Control|Content-Location|Expires|Vary)$/;
const far = "Wed, 21 Oct 2037 07:28:00 GMT";

const things: Readonly<Record<string, Representation>> = {
  lines: {
    type: "application/x-ndjson",
    body: '{"a":1}\n{"a":2}\n',
    fields: { "Cache-Control": "no-cache, x-edge=1" },
  },
  sequence: { type: "application/json-seq", body: '\u001e{"a":1}\n\u001e{"a":2}\n' },
  guarded: {
    type: "application/json; charset=utf-8",
    body: xssi,
    fields: { "Cache-Control": 'private="X-A", stale=no' },
  },
  text: {
    type: "text/plain",
    body: "[a list, it seems]",
    fields: { Vary: "*", Expires: "0", "Cache-Control": "max-age=0" },
  },
  nothing: { type: "text/plain", body: "", fields: { "Cache-Control": "no-store", Expires: "-1", Pragma: "no-cache" } },
  none: { type: "application/json", body: "[]", fields: { Vary: ["Accept", "Accept-Encoding, Origin"] } },
  big: { type: "application/json", body: '{"id":"9007199254740993123","next":"","items":[{"id":"1"}]}' },
  null: { type: "application/json", body: "null", fields: { "Access-Control-Allow-Origin": "*" } },
  picture: {
    type: "application/octet-stream",
    body: Buffer.from([0x89, 0x50, 0x00, 0xff, 0x7b]),
    fields: { "Content-Disposition": `attachment; filename="a,b.bin"; filename*=UTF-8''%e2%82%ac.bin` },
  },
  page: { type: "text/html; charset=utf-8", body: "<!doctype html><title>Deleting rows: select from the list</title>" },
  events: { type: "text/event-stream", body: 'data: {"error":"none"}\n\n' },
  tree: { type: "application/atom+xml", body: '<?xml version="1.0"?><feed><Defaults/></feed>' },
  script: { type: "application/javascript", body: '/**/cb({"a":1});' },
  pages: {
    type: 'application/vnd.archive.v1+json;profile="a,b"',
    body: '{"data":[{"id":"1","type":"page"}],"links":{"next":null}}',
    fields: {
      Link: ['<pages?fields=a,b>; rel="self first"; title="a, b"', "<https://example.org/terms>;rel=license"],
      "Content-Language": "de-CH, en",
      "Content-Location": "/things/pages?v=1",
    },
  },
  old: { type: "application/json", body: '{"a":1}', fields: { Deprecation: "@1688169599", Sunset: far } },
  older: {
    type: "application/json",
    body: '{"a":1}',
    fields: { Deprecation: "true", Link: '<new>; rel="successor-version"' },
  },
};

/** Koa: a zoo of representations, each right in its way; errors as JSON:API has them; PATCH and ranges not for everyone. */
export async function startArchive(): Promise<Running> {
  const app = new Koa();
  const router = new Router();
  router.get("/things/:name", (context) => show(context, String(context.params.name)));
  router.get("/search", (context) => {
    // Whoever asks may read what everybody may read.
    if (context.get("Origin")) context.set("Access-Control-Allow-Origin", context.get("Origin"));
    context.set("Vary", "Origin");
    context.body = { items: [], total: 0, query: context.query.q };
  });
  app.use(async (context, next) => {
    await next();
    if (context.status >= 400 && !context.body) fail(context);
  });
  app.use(router.routes()).use(router.allowedMethods());
  return listen(app.callback(), () => 0);
}

function fail(context: Context): void {
  const { status } = context;
  const error = { id: "0a1b2c", status: String(status), code: "E_REFUSED", title: "That was refused" };
  context.body = JSON.stringify({ errors: [error] });
  context.type = "application/vnd.api+json";
  context.status = status;
}

function show(context: Context, name: string): void {
  const thing = Object.hasOwn(things, name) ? things[name] : undefined;
  if (thing === undefined) return;
  context.status = 200;
  for (const [field, value] of Object.entries(thing.fields ?? {})) context.set(field, value);
  context.vary("Accept-Encoding");
  const isSmall = context.acceptsEncodings("gzip", "identity") === "gzip";
  // Each coding is a representation of its own, with a tag of its own (RFC 9110, 8.8.3).
  context.set("ETag", isSmall ? `"${name}-gzip"` : `"${name}"`);
  if (context.fresh) {
    for (const field of Object.keys(thing.fields ?? {})) if (!kept.test(field)) context.remove(field);
    context.status = 304;
    return;
  }
  if (isSmall) context.set("Content-Encoding", "gzip");
  context.body = isSmall ? gzipSync(thing.body) : thing.body;
  // How long the content would be is not worked out for HEAD (RFC 9110, 9.3.2).
  if (context.method === "HEAD") context.body = Readable.from([]);
  context.set("Content-Type", thing.type);
}
