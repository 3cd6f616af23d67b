// The peak memory of a run of many requests with bodies of 100 kB, and of one of twice as many: `node bench/memory.mjs [20000]`. A
// collection of 100 requests in four folders is run over and over, by two threads. What the system counts is all of the process, its
// threads included; the server is another one.
import { fork, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../dist/cli/bin.js", import.meta.url));

function serve() {
  const body = JSON.stringify({ id: 7, text: "x".repeat(100_000) });
  const headers = { "Content-Type": "application/json", "Content-Length": body.length };
  const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));
}

const test = [
  'pm.test("is found", () => pm.response.to.have.status(200));',
  'pm.test("is JSON", () => pm.expect(pm.response.headers.get("Content-Type")).to.match(/json/));',
  'pm.test("is whole", () => pm.expect(pm.response.json().text).to.have.lengthOf(100000));',
  'pm.test("is quick", () => pm.expect(pm.response.responseTime).to.be.below(60000));',
];

function collectionOf(port) {
  const item = (n) => ({
    name: `request ${n}`,
    request: `http://127.0.0.1:${port}/r${n}`,
    event: [{ listen: "test", script: { exec: test } }],
  });
  const folders = Array.from({ length: 4 }, (_, folder) => ({
    name: `folder ${folder}`,
    item: Array.from({ length: 25 }, (_item, n) => item(folder * 25 + n)),
  }));
  const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
  return { info: { name: "Large", schema }, item: folders };
}

/** The most that a process ever had in memory, in MB, and how long it took. */
function measure(args, cwd) {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ["ignore", "pipe", "inherit"] });
  let peak = 0;
  let said = "";
  child.stdout.on("data", (text) => (said += text));
  const timer = setInterval(() => {
    try {
      const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]);
      // What has ended and was not waited for yet has none.
      if (kilobytes > 0) peak = Math.max(peak, kilobytes / 1024);
    } catch {
      // It has just ended.
    }
  }, 100);
  return new Promise((resolve) =>
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({ code, peak, said, seconds: (performance.now() - startedMs) / 1000 });
    }),
  );
}

if (process.send) serve();
else {
  const server = fork(fileURLToPath(import.meta.url));
  const port = await new Promise((resolve) => server.once("message", resolve));
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-memory-"));
  writeFileSync(join(folder, "large.postman_collection.json"), JSON.stringify(collectionOf(port)));
  const requests = Number(process.argv[2] ?? 20_000);
  for (const count of [requests, 2 * requests]) {
    const run = ["run", "large.postman_collection.json", "-n", String(count / 100), "--parallel-folders"];
    const { code, peak, said, seconds } = await measure([...run, "--workers", "2", "-q"], folder);
    if (code !== 0 || !said.includes(`${count} passed`)) throw new Error(`exit ${code}: ${said.slice(-300)}`);
    process.stdout.write(`${count} requests: ${peak.toFixed(0)} MB at most, ${seconds.toFixed(0)} s\n`);
  }
  server.kill();
}
