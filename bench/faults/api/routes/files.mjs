import { requireOwner } from "../authentication.mjs";
import { refusal, unknown } from "../errors.mjs";
import { fault } from "../fault.mjs";
import { etagOf, isNotModified } from "../preconditions.mjs";
import { rangeOf, sendPart } from "../range.mjs";

const bodyLimit = fault("no-body-limit") ? 64 * 1024 * 1024 : 64 * 1024;

function addParser(app) {
  app.removeAllContentTypeParsers();
  const types = fault("any-media-type") ? "*" : "text/csv";
  app.addContentTypeParser(types, { parseAs: "buffer", bodyLimit }, (_request, body, done) => done(null, body));
}

/** A table has the same number of columns in each of its rows. */
function requireTable(content) {
  const rows = content.toString("utf8").trimEnd().split("\n");
  const isEven = new Set(rows.map((row) => row.split(",").length)).size === 1;
  if (rows[0] === "" || !isEven || content.includes(0)) {
    throw refusal(400, "NO_TABLE", "The file is no table: its rows have different lengths.");
  }
}

function fileOf(request, store) {
  const { id } = request.params;
  const stored = store.files.get(id);
  if (stored === undefined) {
    if (fault("path-in-error")) {
      throw refusal(404, "NOT_FOUND", `ENOENT: no such file or directory, open '/srv/tracker/data/uploads/${id}.csv'`);
    }
    throw unknown("file");
  }
  requireOwner(stored, request);
  if (stored.isDeleted && fault("404-for-gone")) throw unknown("file");
  if (stored.isDeleted) throw refusal(410, "GONE", "The file was deleted.");
  return stored;
}

function addUpload(app, store) {
  app.post("/files", async (request, reply) => {
    const content = request.body;
    if (!Buffer.isBuffer(content)) throw refusal(400, "EMPTY_BODY", "The body is empty.");
    requireTable(content);
    const id = `f${store.nextId()}`;
    store.files.set(id, { id, content, modifiedMs: Date.now(), ownerId: request.user.id, isDeleted: false });
    return reply.code(201).header("location", `/files/${id}`).send({ id, size: content.length });
  });
}

function addDownload(app, store) {
  app.get("/files/:id", async (request, reply) => {
    const { id, content, modifiedMs } = fileOf(request, store);
    const etag = etagOf(content);
    reply.headers({ "cache-control": "private, no-cache", "accept-ranges": "bytes" });
    // Seconds are as fine as the header gets.
    const validators = { etag, modifiedMs: Math.floor(modifiedMs / 1000) * 1000 };
    if (isNotModified(request, reply, validators)) return reply.code(304).send();
    reply.type(fault("wrong-file-type") ? "application/json" : "text/csv; charset=utf-8");
    reply.header("content-disposition", `attachment; filename="${id}.csv"`);
    const range = rangeOf(request, { size: content.length, etag });
    return range === undefined ? reply.send(content) : sendPart(reply, content, range);
  });
}

/** `/files`: a table is uploaded, read whole or in parts, deleted for good. */
export async function fileRoutes(app, { store }) {
  addParser(app);
  addUpload(app, store);
  addDownload(app, store);
  app.delete("/files/:id", async (request, reply) => {
    const stored = fileOf(request, store);
    store.files.set(stored.id, { ...stored, isDeleted: true, content: Buffer.alloc(0) });
    return reply.code(204).send();
  });
}
