// What the collection's own script costs a request: plain Newman on a local server, with and without it: `node bench/script.mjs`.
import { fork } from "node:child_process";
import { createServer } from "node:http";
import newman from "newman";
import { buildCollection, expandPlan, loadTemplates, parseManifest } from "../dist/index.js";

const requests = 200;
const book = { id: 7, title: "Dune", author: { name: "Frank Herbert" }, price: 9.5, tags: ["sf", "classic"] };
const problem = { type: "about:blank", title: "Not Found", status: 404, detail: "There is no book 8." };

/** Every other answer is an error: those are looked at for leaks. */
function serve() {
  const server = createServer(({ url }, response) => {
    const isFound = url === "/books/7";
    const type = isFound ? "application/json" : "application/problem+json";
    response.writeHead(isFound ? 200 : 404, { "Content-Type": type, "Cache-Control": "no-store", ETag: '"a1"' });
    response.end(JSON.stringify(isFound ? book : problem));
  });
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));
}

/** The collection's own events: none, one test that does nothing, or those of a profile. */
function eventsOf(kind, port) {
  if (kind === "no script") return [];
  if (kind === "an empty test") return [{ listen: "test", script: { exec: ['pm.test("empty", () => {});'] } }];
  const text = `name: Books\nbaseUrl: http://127.0.0.1:${port}\nprofile: ${kind}\nendpoints:\n  GET /books/7: 200 404\n`;
  const { manifest } = parseManifest(["books.yaml"], { read: () => text });
  return buildCollection(expandPlan(manifest), { manifest, render: loadTemplates(), placeOf: () => "" }).event;
}

/** Milliseconds in which the processor is busy with a request, the server's left out. */
async function busyMs(kind, port) {
  const url = (index) => `http://127.0.0.1:${port}/books/${index % 2 === 0 ? 7 : 8}`;
  const item = Array.from({ length: requests }, (_, index) => ({ name: `${index}`, request: url(index) }));
  const { user } = process.cpuUsage();
  await new Promise((resolve, reject) => {
    const collection = { info: { name: kind }, item, event: eventsOf(kind, port) };
    newman.run({ collection, reporters: [] }, (error) => (error ? reject(error) : resolve()));
  });
  return (process.cpuUsage().user - user) / 1000 / requests;
}

const kinds = ["no script", "an empty test", "standard", "thorough"];

/** In turns, and of each the least: what else the machine does is not the script's. */
async function compare(port) {
  // The first run pays for Newman's own start.
  await busyMs("no script", port);
  const least = new Map();
  for (let round = 0; round < 3; round += 1) {
    for (const kind of kinds) least.set(kind, Math.min(least.get(kind) ?? Infinity, await busyMs(kind, port)));
  }
  const [bare, sandbox] = kinds.map((kind) => least.get(kind));
  for (const [kind, ms] of least) {
    const ratios = `${(ms / bare).toFixed(1)} times no script, ${(ms / sandbox).toFixed(1)} times an empty test`;
    process.stdout.write(`${kind}: ${ms.toFixed(1)} ms a request, ${ratios}\n`);
  }
}

if (process.send) serve();
else {
  const server = fork(new URL(import.meta.url));
  server.once("message", async (port) => {
    await compare(port);
    server.kill();
  });
}
