import { brotliCompressSync } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { listen, type Running } from "./listen.ts";

interface Parcel {
  readonly to: string;
  readonly weight: number;
}

/** Hono: URNs as ids, ranges, jobs, batches, brotli, and a rate limit whose end is a date. */
export async function startParcels(): Promise<Running> {
  const parcels = new Map<string, Parcel>();
  const app = new Hono();
  app.get("/label", (context) => label(context));
  app.use(async (context, next) => {
    const isJson = context.req.method !== "POST" || (await context.req.json().then(Object, () => false));
    return isJson ? next() : context.json({ title: "That is no JSON" }, 400);
  });
  addParcels(app, parcels);
  app.post("/labels", (context) => context.json({ job: 7 }, 202, { "Retry-After": "1", Location: "/jobs/7" }));
  app.get("/jobs/7", (context) => context.json({ status: "failed", error: "The printer is on fire" }));
  app.post("/batches", async (context) => {
    const { isNested } = Object(await context.req.json());
    return context.json(isNested ? bulk : batch, 207);
  });
  app.delete("/drafts", (context) => context.body(null, 205));
  addSearch(app);
  app.get("/old", (context) => context.redirect("parcels?of=a,b#top", 308));
  return listen(getRequestListener(app.fetch), () => parcels.size);
}

/** The limit of the day has room; it is another one that is exceeded. */
const ofTheDay = { "X-RateLimit-Limit": "1000", "X-RateLimit-Remaining": "987", "X-RateLimit-Reset": "3600.5" };

/** After forty searches there are none for four or five seconds, until a full second: however fast they come. */
function addSearch(app: Hono): void {
  let searches = 0;
  let endMs = Number.POSITIVE_INFINITY;
  app.get("/search", (context) => {
    if (Date.now() >= endMs) {
      searches = 0;
      endMs = Number.POSITIVE_INFINITY;
    }
    searches += 1;
    if (searches <= 40) return context.json([]);
    endMs = Math.min(endMs, Math.floor(Date.now() / 1000 + 5) * 1000);
    return context.body(null, 429, { ...ofTheDay, "Retry-After": new Date(endMs).toUTCString() });
  });
}

function addParcels(app: Hono, parcels: Map<string, Parcel>): void {
  let last = 0;
  app.get("/parcels", () => compressed(JSON.stringify([...parcels.values()])));
  app.post("/parcels", async (context) => {
    const { to, weight } = Object(await context.req.json());
    if (typeof to !== "string" || typeof weight !== "number") return context.json({ title: "No" }, 400);
    last += 1;
    const id = `urn:parcel:p_${String(last).padStart(4, "0")}`;
    parcels.set(id, { to, weight });
    return context.json({ id, to, weight }, 201, { Location: `/parcels/${id}` });
  });
  app.get("/parcels/:id", (context) => {
    const { id } = context.req.param();
    if (!/^urn:parcel:p_\d{4}$/.test(id)) return context.text("that is no parcel", 422);
    const parcel = parcels.get(id);
    // A card on the door, for whatever kind of reader.
    return parcel ? context.json({ id, ...parcel }) : context.html("<h1>We missed you</h1>", 404);
  });
  app.delete("/parcels/:id", (context) => {
    const isThere = parcels.delete(context.req.param("id"));
    return context.body(null, isThere ? 204 : 404);
  });
}

const batch = { succeeded: [{ id: 1 }], failed: [{ id: 2, error: { code: "TOO_HEAVY" } }] };
const bulk = { items: [{ create: { status: 201 } }, { index: { status: 409 } }] };
const picture = new Uint8Array(300).fill(80);

function label(context: Context): Response {
  const [, first = "", last = ""] = /^bytes=(\d+)-(\d*)/.exec(context.req.header("Range") ?? "") ?? [];
  // Ranges are for GET, and there is no validator that If-Range could name.
  const isWhole = context.req.method !== "GET" || context.req.header("If-Range") !== undefined;
  const isValid = first !== "" && (last === "" || Number(last) >= Number(first));
  const start = isWhole || !isValid ? Number.NaN : Number(first);
  const png = { "Content-Type": "image/png", "Accept-Ranges": "bytes" };
  if (Number.isNaN(start)) return context.body(picture, 200, png);
  if (start >= picture.length) return context.body(null, 416, { "Content-Range": `bytes */${picture.length}` });
  // A range of a compressed representation is a piece of its compressed bytes (RFC 9110, 14.2).
  const isBrotli = context.req.header("Accept-Encoding")?.includes("br");
  const whole = isBrotli ? brotliCompressSync(picture) : picture;
  const part = whole.slice(start, start + 1);
  const coding = isBrotli ? { "Content-Encoding": "br" } : {};
  return new Response(part, {
    status: 206,
    headers: { ...png, ...coding, "Content-Range": `bytes ${start}-${start}/${whole.length}` },
  });
}

function compressed(text: string): Response {
  return new Response(brotliCompressSync(text), {
    headers: { "Content-Type": "application/json", "Content-Encoding": "br", Vary: "Accept-Encoding" },
  });
}
