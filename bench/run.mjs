// How long many independent requests take, four checks each, beside plain `newman run` of the same collection:
// `node bench/run.mjs [--requests 2000] [--latency 0,100] [--rounds 3] [--skip-newman]`. The server is a process of its own.
import { fork, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL("..", import.meta.url));

/** Answers every GET after a while, with a small book. */
function serve(latencyMs) {
  const body = JSON.stringify({ id: 7, title: "Dune", pages: 412 });
  const headers = { "Content-Type": "application/json", "Content-Length": body.length };
  const server = createServer((_request, response) => {
    const answer = () => response.writeHead(200, headers).end(body);
    if (latencyMs === 0) answer();
    else setTimeout(answer, latencyMs);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));
}

function manifestOf(requests, port) {
  const expect = "{ 200: { headers: { Content-Type: application/json }, body: { id: 7, title: Dune, pages: 412 } } }";
  const lines = Array.from({ length: requests }, (_, n) => `  GET /r${n}: { expect: ${expect} }`);
  return `name: Many\nbaseUrl: http://127.0.0.1:${port}\nprofile: minimal\nendpoints:\n${lines.join("\n")}\n`;
}

/** Seconds that a program takes, and what it said; whatever it exits with is an error but 0. */
function timed(command, args) {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(command, args, { cwd: here, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
    child.on("close", (code) => {
      if (code === 0) resolve({ seconds: (performance.now() - startedMs) / 1000, said });
      else reject(new Error(`${command} ${args.join(" ")}: exit ${code}\n${said.slice(-2000)}`));
    });
  });
}

const bin = join(here, "dist/cli/bin.js");
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function compare(latencyMs, { requests, rounds, skip }) {
  const server = fork(fileURLToPath(import.meta.url), ["--serve", String(latencyMs)]);
  const port = await new Promise((resolve) => server.once("message", resolve));
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-bench-"));
  const manifest = join(folder, "many.yaml");
  writeFileSync(manifest, manifestOf(requests, port));
  await timed(process.execPath, [bin, "generate", manifest]);
  const own = [];
  const plain = [];
  for (let round = 0; round < rounds; round += 1) {
    const ran = await timed(process.execPath, [bin, "run", manifest, "-o", join(folder, `out-${round}`)]);
    if (!ran.said.includes(`${requests} passed`)) throw new Error(ran.said.slice(-500));
    own.push(ran.seconds);
    process.stdout.write(`  newmanifest ${ran.seconds.toFixed(1)} s (${/\d+ lanes?/.exec(ran.said)?.[0]})\n`);
    if (skip) continue;
    const newman = ["node_modules/newman/bin/newman.js", "run", join(folder, "many.postman_collection.json")];
    const { seconds } = await timed(process.execPath, [...newman, "--reporters", "progress"]);
    plain.push(seconds);
    process.stdout.write(`  newman run ${seconds.toFixed(1)} s\n`);
  }
  server.kill();
  const [ours, theirs] = [median(own), skip ? Number.NaN : median(plain)];
  const ratio = `${(theirs / ours).toFixed(1)} times as fast`;
  process.stdout.write(
    `${requests} requests at ${latencyMs} ms: ${ours.toFixed(1)} s, newman run ${theirs.toFixed(1)} s: ${ratio}\n`,
  );
}

if (process.argv[2] === "--serve") serve(Number(process.argv[3]));
else {
  const { values } = parseArgs({
    options: {
      requests: { type: "string", default: "2000" },
      latency: { type: "string", default: "0,100" },
      rounds: { type: "string", default: "3" },
      "skip-newman": { type: "boolean", default: false },
    },
  });
  for (const latency of values.latency.split(","))
    await compare(Number(latency), {
      requests: Number(values.requests),
      rounds: Number(values.rounds),
      skip: values["skip-newman"],
    });
}
