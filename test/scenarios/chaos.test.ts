import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { parseRunFile } from "../../src/result/parse-run-file.ts";
import { type Child, startCli } from "../support/child.ts";

const count = 1000;
const program = `
const server = require("node:http").createServer((request, response) => response.writeHead(200).end());
server.keepAliveTimeout = 60000;
server.listen(Number(process.argv[1]), "127.0.0.1", () => console.log(server.address().port));
`;

/** A server in a process of its own, which can be killed. */
function startServer(port: number): Promise<{ readonly port: number; readonly process: ChildProcess }> {
  const child = spawn(process.execPath, ["-e", program, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve) =>
    child.stdout.once("data", (text) => resolve({ port: Number(String(text)), process: child })),
  );
}

let server: Awaited<ReturnType<typeof startServer>>;
let folder: string;

beforeEach(async () => {
  server = await startServer(0);
  folder = mkdtempSync(join(tmpdir(), "newmanifest-chaos-"));
  writeFileSync(join(folder, "many.yaml"), suite());
});

afterEach(() => server.process.kill("SIGKILL"));

function suite(extra: ReadonlyArray<string> = []): string {
  const lines = Array.from({ length: count - extra.length }, (_, n) => `GET /r${n}: 200`);
  const all = [...lines.slice(0, 500), ...extra, ...lines.slice(500)].map((line) => `  ${line}`).join("\n");
  return `name: Many\nbaseUrl: http://127.0.0.1:${server.port}\nprofile: minimal\nendpoints:\n${all}\n`;
}

const start = (...more: ReadonlyArray<string>): Child =>
  startCli(["run", "many.yaml", "-r", "json=report.json", "--concurrency", "8", ...more], { cwd: folder });

const fileOf = (out = "newmanifest-out") => readFileSync(join(folder, out, "run.ndjson"), "utf8");

/** Resolves when so many cases have ended. */
async function until(cases: number): Promise<void> {
  const lines = () => {
    try {
      return fileOf().split("\n").length;
    } catch {
      return 0;
    }
  };
  while (lines() < cases) await new Promise((resolve) => setTimeout(resolve, 10));
}

function runOf(text: string): Run {
  const { run, problems } = parseRunFile(text);
  if (run === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return run;
}

/** What became of how many; every case must be there once. */
function tally(run: Run): Record<string, number> {
  expect(run.cases).toHaveLength(count);
  expect(new Set(run.cases.map(({ id }) => id)).size).toBe(count);
  const counts: Record<string, number> = {};
  for (const outcome of outcomes(run.cases).values()) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

describe("a run of 1,000 cases", () => {
  it("loses one case to a script that takes its thread along", async () => {
    const hog = "const hog = []; for (;;) hog.push(new Array(1e6).fill(hog.length));";
    writeFileSync(join(folder, "many.yaml"), suite([`GET /hog: { expect: { 200: { tests: "${hog}" } } }`]));
    expect(await start().ended).toBe(3);
    const run = runOf(fileOf());
    expect(tally(run)).toEqual({ passed: count - 1, errored: 1 });
    expect(run.cases.find(({ title }) => title.startsWith("GET /hog"))?.attempts[0]?.error?.code).toBe("WORKER_DIED");
  }, 60_000);

  it("goes on when the server is killed and comes back", async () => {
    const child = start("--retries", "4");
    await until(200);
    server.process.kill("SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 300));
    server = await startServer(server.port);
    const code = await child.ended;
    const { passed = 0, flaky = 0, errored = 0, failed = 0, ...rest } = tally(runOf(fileOf()));
    // Whatever was lost was asked for again; a connection that ended in the middle of its first answer is the server's fault.
    expect([passed + flaky + errored + failed, flaky > 0, errored + failed, rest, code]).toEqual([
      count,
      true,
      0,
      {},
      0,
    ]);
  }, 60_000);

  it("says what the disk has refused, and reports all the same", async () => {
    mkdirSync(join(folder, "newmanifest-out"));
    symlinkSync("/dev/full", join(folder, "newmanifest-out", "run.ndjson"));
    const child = start();
    expect(await child.ended).toBe(3);
    expect(child.said()).toContain("the disk is full");
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(report.summary).toMatchObject({ cases: count, passed: count });
  }, 60_000);

  it("ends in order after SIGINT, and what is left is done by --resume", async () => {
    const child = start();
    await until(200);
    child.process.kill("SIGINT");
    expect(await child.ended).toBe(130);
    const { passed = 0, skipped = 0, ...rest } = tally(runOf(fileOf()));
    expect([passed > 190, skipped > 0, passed + skipped, rest]).toEqual([true, true, count, {}]);
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).summary).toMatchObject({ passed, skipped });
    expect(await start("--resume").ended).toBe(0);
    expect(tally(runOf(fileOf()))).toEqual({ passed: count });
  }, 60_000);

  it("leaves a whole file when it is killed, and what is left is done by --resume", async () => {
    const child = start();
    await until(300);
    child.process.kill("SIGKILL");
    await child.ended;
    const { run, problems } = parseRunFile(fileOf());
    expect(problems).toEqual([]);
    const kept = run?.cases.length ?? 0;
    expect([kept >= 290, kept < count, run?.broken]).toEqual([
      true,
      true,
      `the run file has ${kept} of ${count} cases`,
    ]);
    const again = start("--resume");
    expect(await again.ended).toBe(0);
    expect(tally(runOf(fileOf()))).toEqual({ passed: count });
  }, 60_000);
});
