// How evenly groups of known length are dealt to lanes: 500 groups of 10 ms to 5 s, against the least time in which so many lanes
// could do them (`node bench/makespan.mjs [--groups 500] [--lanes 32]`). The server waits as long as the path says.
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const bin = fileURLToPath(new URL("../dist/cli/bin.js", import.meta.url));
const { values } = parseArgs({
  options: { groups: { type: "string", default: "500" }, lanes: { type: "string", default: "32" } },
});
const [groups, lanes] = [Number(values.groups), Number(values.lanes)];

/** Evenly spread on a scale of powers, in an order that is no order. */
const durations = Array.from({ length: groups }, (_, n) =>
  Math.round(10 * 500 ** (((n * 7919) % groups) / (groups - 1))),
);

const server = createServer(({ url }, response) => {
  setTimeout(() => response.writeHead(200).end(), Number(url.split("-")[1]));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

const folder = mkdtempSync(join(tmpdir(), "newmanifest-makespan-"));
const paths = durations.map((ms, n) => `/r${n}-${ms}`);
const endpoints = paths.map((path) => `  GET ${path}: 200`).join("\n");
writeFileSync(
  join(folder, "groups.yaml"),
  `name: Groups\nbaseUrl: http://127.0.0.1:${server.address().port}\nprofile: minimal\nendpoints:\n${endpoints}\n`,
);

/** Milliseconds from the first to the last case, as the run file has it. */
function run(...more) {
  return new Promise((resolve, reject) => {
    const args = [bin, "run", "groups.yaml", "-q", "--workers", "2", "-r", "json", ...more];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (text) => (out += text));
    child.on("close", (code) => {
      if (code !== 0) reject(new Error(`exit ${code}`));
      else resolve(JSON.parse(out).durationMs);
    });
  });
}

/** What the lanes must take at least, if a request took no more than its answer. */
const leastMs = Math.max(...durations, durations.reduce((sum, ms) => sum + ms, 0) / lanes);
const unknown = await run("--concurrency", String(lanes), "-o", "unknown");
// The first run has left behind what each group takes.
const known = await run("--concurrency", String(lanes), "-o", "unknown");
const over = (ms) => `${(ms / 1000).toFixed(1)} s, ${((ms / leastMs - 1) * 100).toFixed(0)} % over the least`;
process.stdout.write(`${groups} groups in ${lanes} lanes, at least ${(leastMs / 1000).toFixed(1)} s\n`);
process.stdout.write(`  durations unknown: ${over(unknown)}\n  durations known: ${over(known)}\n`);
server.close();
