import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { listen, type Running } from "./listen.ts";
import { isHeld, isNamed } from "./validators.ts";

interface Entry {
  readonly account: string;
  readonly cents: number;
}

interface Stored extends Entry {
  readonly version: number;
}

/** Strict, as big clouds are: unknown fields, parameters and media types are errors, PUT creates, and nothing is missed twice. */
export async function startLedger(): Promise<Running> {
  const entries = new Map<string, Stored>();
  const app = new Hono();
  let asked = 0;
  app.use(async (context, next) => {
    asked += 1;
    // The limit of the minute, and when it ends in seconds since 1970; the newer fields say the same.
    context.header("X-RateLimit-Limit", "100000, 100000;w=60");
    context.header("X-RateLimit-Remaining", String(100_000 - asked));
    context.header("X-RateLimit-Reset", String(Math.floor(Date.now() / 1000) + 60));
    context.header("RateLimit-Policy", '"minute";q=100000;w=60');
    context.header("RateLimit", `"minute";r=${100_000 - asked};t=60`);
    // A gateway that finds no key does not ask who it is.
    if (context.req.header("x-api-key") !== "abacus") return fail(context, 403, "MISSING_KEY");
    return next();
  });
  addCollection(app, entries);
  addItems(app, entries);
  app.post("/closings", (context) => context.json({ state: "queued" }, 202, { "Operation-Location": "/operations/1" }));
  // The job has failed, and asking for it has not.
  app.get("/operations/:id", (context) =>
    context.req.param("id") === "1"
      ? context.json({ status: "failed", error: { code: "OUT_OF_BALANCE", message: "Debit is not credit" } })
      : fail(context, 404, "NO_OPERATION"),
  );
  app.notFound((context) => fail(context, 404, "NO_ROUTE"));
  return listen(getRequestListener(app.fetch), () => entries.size);
}

function addCollection(app: Hono, entries: Map<string, Stored>): void {
  let last = 1000;
  app.get("/entries", (context) => {
    const unknown = Object.keys(context.req.queries()).find((name) => name !== "top" && name !== "skip");
    if (unknown !== undefined) return fail(context, 400, "UNKNOWN_PARAMETER");
    const numbers = Object.values(context.req.query());
    if (numbers.some((text) => !/^[1-9]\d{0,2}$/.test(text))) return fail(context, 400, "OUT_OF_RANGE");
    return context.json({ value: [...entries.keys()], nextLink: null, errors: [], error: null, error_count: 0 });
  });
  app.post("/entries", async (context) => {
    const entry = await entryOf(context);
    if (entry instanceof Response) return entry;
    last += 1;
    entries.set(String(last), { ...entry, version: 1 });
    return shown(context, [String(last), { ...entry, version: 1 }], 201);
  });
}

function addItems(app: Hono, entries: Map<string, Stored>): void {
  app.get("/entries/:id", (context) => {
    const found = find(context, entries);
    return found ? shown(context, found) : fail(context, 404, "NO_ENTRY");
  });
  app.put("/entries/:id", async (context) => {
    const id = context.req.param("id");
    const [, old] = find(context, entries) ?? [];
    if (old === undefined && !/^[1-9]\d*$/.test(id)) return fail(context, 404, "NO_ENTRY");
    if (isStale(context, old)) return fail(context, 412, "HAS_CHANGED");
    const entry = await entryOf(context);
    if (entry instanceof Response) return entry;
    const next = { ...entry, version: (old?.version ?? 0) + 1 };
    entries.set(id, next);
    return shown(context, [id, next], old ? 200 : 201);
  });
  app.delete("/entries/:id", (context) => {
    const [id, old] = find(context, entries) ?? [];
    if (isStale(context, old)) return fail(context, 412, "HAS_CHANGED");
    if (id !== undefined) entries.delete(id);
    // What is not there is deleted.
    return context.body(null, 204, { "Content-Length": "0" });
  });
}

function find(context: Context, entries: Map<string, Stored>): readonly [string, Stored] | undefined {
  const id = context.req.param("id") ?? "";
  const entry = entries.get(id);
  return entry && [id, entry];
}

function isStale(context: Context, old: Stored | undefined): boolean {
  const [match, noMatch] = [context.req.header("if-match"), context.req.header("if-none-match")];
  const etag = old && `"${old.version}"`;
  return !isHeld(match, etag) || (etag !== undefined && isNamed(noMatch, etag));
}

function shown(
  context: Context,
  [id, { account, cents, version }]: readonly [string, Stored],
  status: 200 | 201 = 200,
) {
  const etag = `"${version}"`;
  if (context.req.method === "GET" && isNamed(context.req.header("if-none-match"), etag)) {
    return context.body(null, 304, { ETag: etag });
  }
  const location: Record<string, string> = context.req.method === "POST" ? { Location: `/entries/${id}` } : {};
  return context.json({ id: Number(id), account, cents }, status, { ETag: etag, ...location });
}

async function entryOf(context: Context): Promise<Entry | Response> {
  const type = context.req.header("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) return fail(context, 415, "NOT_JSON");
  const body: unknown = await context.req.json().catch(() => undefined);
  const { account, cents, ...others } = Object(body);
  const isEntry = typeof account === "string" && account !== "" && Number.isSafeInteger(cents);
  if (!isEntry || Object.keys(others).length > 0) return fail(context, 400, "INVALID_ARGUMENT");
  return { account, cents };
}

/** The numeric code is the status, the word is what programs look at. */
function fail(context: Context, code: 400 | 403 | 404 | 412 | 415, status: string): Response {
  const headers = { "x-ms-error-code": status, "x-ms-request-id": "0a1b" };
  return context.json(
    { error: { code, status, message: `The request is refused: ${status}`, details: [] } },
    code,
    headers,
  );
}
