// How long it takes, and how much memory, to report on run files of many cases: `node bench/report.mjs [--cases 100000,1000000]
// [--shards 4] [--reporters console,junit,json]`. The cases are those of a run of the bookstore, over and over: as services of their
// own, then as iterations. One in a hundred has failed. Needs about 6 kB of disk for each case, in the folder for temporary files.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL("..", import.meta.url));
const bin = join(here, "dist/cli/bin.js");

/** More services than this are iterations: an API has some thousand endpoints, and no hundred thousand. */
const services = 200;
const failsEvery = 100;
const chunkSize = 1 << 20;

/** The header and the cases of a run of the bookstore against its mock. */
function bookstore(folder) {
  const manifest = join(here, "collections/bookstore/newmanifest.yaml");
  const run = [bin, "run", manifest, "--mock", "-q", "-o", folder];
  const { status, stderr } = spawnSync(process.execPath, run, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the run of the bookstore: exit ${status}\n${stderr}`);
  const lines = readFileSync(join(folder, "run.ndjson"), "utf8").trimEnd().split("\n");
  const [header, ...rest] = lines.map((line) => JSON.parse(line));
  const cases = rest.filter(({ seq }) => seq !== undefined).sort((a, b) => a.seq - b.seq);
  return { header, templates: cases.map((one) => [piecesOf(one), piecesOf(asFailed(one))]) };
}

/** The same case, had the server broken down. */
function asFailed(one) {
  const [first] = one.attempts;
  const message = "expected response to have status code 200 but got 500";
  const failed = { id: "status-expected", rule: "status-expected", title: "status is 200 OK", level: "error" };
  const response = { ...first.response, status: 500, body: "x".repeat(1000) };
  const attempt = { ...first, status: "failed", response, checks: [{ ...failed, passed: false, message }] };
  return { ...one, attempts: [attempt] };
}

/** The line of a case as pieces, with the name of what stands between them at every second place. */
function piecesOf(one) {
  const rename = (text) => text.replace(" /", " /s@S@/");
  const renameId = (id) => `${rename(id)}@K@`;
  const attempts = one.attempts.map((attempt) => ({
    ...attempt,
    durationMs: "@T@",
    ...(attempt.request && { request: { ...attempt.request, url: attempt.request.url.replace(/(?<=:\d+)/, "/s@S@") } }),
    ...(attempt.response && { response: { ...attempt.response, timeMs: "@T@" } }),
  }));
  const varied = {
    ...one,
    seq: "@N@",
    id: renameId(one.id),
    title: `${rename(one.title)}@K@`,
    group: `s@S@/${one.group}`,
    endpoint: rename(one.endpoint),
    path: `/s@S@${one.path}`,
    needs: one.needs.map(renameId),
    ...(one.spoiledBy && { spoiledBy: one.spoiledBy.map(renameId) }),
    attempts,
  };
  return JSON.stringify(varied)
    .replace(/"(@[TN]@)"/g, "$1")
    .split("@");
}

/** Writes the run files of the shards, and returns their names and how many bytes they have. */
async function writeShards(folder, { header, templates }, { cases, shards }) {
  const files = [];
  let seq = 0;
  for (let shard = 1; shard <= shards; shard += 1) {
    const file = join(folder, `run-${shard}.ndjson`);
    files.push(file);
    const stream = createWriteStream(file);
    const end = Math.round((cases * shard) / shards);
    const of = shards > 1 ? { shard: { index: shard, of: shards } } : {};
    let chunk = `${JSON.stringify({ ...header, ...of, cases: end - seq })}\n`;
    for (; seq < end; seq += 1) {
      chunk += lineOf(seq, templates);
      if (chunk.length < chunkSize) continue;
      if (!stream.write(chunk)) await once(stream, "drain");
      chunk = "";
    }
    stream.end(`${chunk}${JSON.stringify({ end: true, durationMs: 60_000, lanes: 8 })}\n`);
    await once(stream, "finish");
  }
  return { files, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

function lineOf(seq, templates) {
  const copy = Math.floor(seq / templates.length);
  const iteration = Math.floor(copy / services);
  const values = {
    N: String(seq),
    S: String(copy % services),
    K: iteration === 0 ? "" : ` [iteration ${iteration + 1}]`,
    // Spread like times are, and the same each time: most are short, some are long.
    T: String(Math.round(5 + 1200 * ((seq * 0.618_033_988_75) % 1) ** 6)),
  };
  const pieces = templates[seq % templates.length][seq % failsEvery === 0 ? 1 : 0];
  let line = "";
  for (let at = 0; at < pieces.length; at += 1) line += at % 2 === 0 ? pieces[at] : values[pieces[at]];
  return `${line}\n`;
}

/** How long a command takes, and the most that it ever had in memory, in MB. */
async function measure(args, cwd) {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let peak = 0;
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said = (said + text).slice(-2000);
    });
  }
  const timer = setInterval(() => {
    try {
      const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0);
      peak = Math.max(peak, kilobytes / 1024);
    } catch {
      // It has just ended.
    }
  }, 20);
  const [code] = await once(child, "close");
  clearInterval(timer);
  return { code, peak, said, seconds: (performance.now() - startedMs) / 1000 };
}

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000,1000000" },
    shards: { type: "string", default: "4" },
    reporters: { type: "string", default: "console,junit,json" },
  },
});
const reporters = values.reporters.split(",").map((name) => (name === "console" ? name : `${name}=report.${name}`));
const folder = mkdtempSync(join(tmpdir(), "newmanifest-report-"));
try {
  const source = bookstore(join(folder, "bookstore"));
  for (const cases of values.cases.split(",").map(Number)) {
    const startedMs = performance.now();
    const { files, bytes } = await writeShards(folder, source, { cases, shards: Number(values.shards) });
    const madeIn = ((performance.now() - startedMs) / 1000).toFixed(0);
    const size = `${(bytes / 2 ** 20).toFixed(0)} MB in ${files.length} files, made in ${madeIn} s`;
    const { code, peak, said, seconds } = await measure(["report", ...files, "-r", reporters.join(",")], folder);
    // One in a hundred has failed; whatever else it exits with is no report.
    if (code !== 1) throw new Error(`${cases} cases (${size}): exit ${code} after ${seconds.toFixed(0)} s\n${said}`);
    process.stdout.write(`${cases} cases (${size}): ${seconds.toFixed(1)} s, ${peak.toFixed(0)} MB at most\n`);
    process.stdout.write(`  ${said.trimEnd().split("\n").at(-1)?.trim()}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
