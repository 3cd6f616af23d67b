// What an answer of the mock costs on loopback, with nothing and with 10,000 resources in it: `node bench/mock.mjs`.
import { fork } from "node:child_process";
import { Agent, request } from "node:http";
import { parseManifest, startMock } from "../dist/index.js";

const text = `
name: Books
baseUrl: http://localhost
endpoints:
  GET /books: { query: { limit: 20, offset: 0 }, expect: 200 }
  GET /shelf: 200
  POST /books: { body: { title: Dune, pages: 412 }, expect: 201 409 }
  GET /books/{id}: 200 304 404
`;

async function serve() {
  const { manifest } = parseManifest(["books.yaml"], { read: () => text });
  process.send((await startMock(manifest)).port);
}

const oneByOne = new Agent({ keepAlive: true, maxSockets: 1 });
const atOnce = new Agent({ keepAlive: true, maxSockets: 500 });

function send(port, { method = "GET", path, body, agent = oneByOne }) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json", "Content-Length": body.length };
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers, agent }, (incoming) => {
      incoming.on("end", () => resolve(incoming.statusCode)).resume();
    });
    outgoing.on("error", reject).end(body);
  });
}

let sent = 0;
const post = () => ({ method: "POST", path: "/books", body: JSON.stringify({ title: `Book ${sent++}`, pages: 1 }) });

/** Milliseconds of each request, one after the other on one connection. */
async function timed(port, count, make) {
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const startedMs = performance.now();
    await send(port, make(index));
    times.push(performance.now() - startedMs);
  }
  return times.sort((left, right) => left - right);
}

function print(name, times) {
  const [median, p99] = [0.5, 0.99].map((share) => times[Math.floor(times.length * share)].toFixed(3));
  process.stdout.write(`${name.padEnd(44)} median ${median} ms, p99 ${p99} ms\n`);
}

async function measure(port, label) {
  print(`GET an item, ${label}`, await timed(port, 2000, (index) => ({ path: `/books/${1 + (index % 100)}` })));
  print(`GET a page of 20, ${label}`, await timed(port, 1000, () => ({ path: "/books?limit=20&offset=60" })));
  print(`POST, ${label}`, await timed(port, 1000, post));
}

async function burst(port) {
  const startedMs = performance.now();
  const codes = await Promise.all(
    Array.from({ length: 500 }, (_, index) => send(port, { path: `/books/${1 + index}`, agent: atOnce })),
  );
  const ms = performance.now() - startedMs;
  const right = codes.filter((code) => code === 200).length;
  process.stdout.write(`500 GETs at once: ${right} answered with 200 in ${ms.toFixed(0)} ms\n`);
}

if (process.send) await serve();
else {
  const server = fork(new URL(import.meta.url));
  server.once("message", async (port) => {
    await timed(port, 3000, () => ({ path: "/shelf" })); // warm
    await timed(port, 100, post);
    await measure(port, "hardly any resources");
    while (sent < 10_000)
      await Promise.all(Array.from({ length: 100 }, () => send(port, { ...post(), agent: atOnce })));
    await measure(port, "10,000 resources");
    await burst(port);
    for (const agent of [oneByOne, atOnce]) agent.destroy();
    server.kill();
  });
}
