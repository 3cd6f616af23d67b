import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { cli } from "../support/cli.ts";
import { type Answer, type Asked, serveHttp, type TestServer } from "../support/http-server.ts";

const folder = mkdtempSync(join(tmpdir(), "newmanifest-log-"));
const manifest = join(folder, "api.yaml");
const log = join(folder, "logs/requests.ndjson");
let server: TestServer | undefined;

afterEach(() => server?.close());
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(
  manifest,
  `
name: Books
baseUrl: http://127.0.0.1:1
profile: minimal
endpoints:
  GET /books/{id}: { path: { id: 7 }, query: { token: "abcdefgh-123" }, expect: 200 }
  GET /flaky: 200
  GET /none: 404
`,
);

async function runWith(answer: (asked: Asked) => Answer, ...flags: string[]) {
  server = await serveHttp(answer);
  const out = ["-o", join(folder, "out"), "--base-url", server.url, "-q"];
  return cli(["run", manifest, ...out, ...flags]);
}

function records() {
  return readFileSync(log, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const answers = ({ path, before }: Asked): Answer => {
  if (path === "/flaky") return before === 0 ? [503, { message: "busy" }] : [200, {}];
  if (path === "/none") return [404, { code: "none", message: "there is none" }, { "X-Request-Id": "r-1" }];
  return [200, {}];
};

describe("--log", () => {
  it("has a line for each request that was sent, also for those that were sent again", async () => {
    const { code } = await runWith(answers, "--log", log);
    expect(code).toBe(0);
    const all = records();
    expect(all.map(({ path, status, attempt, outcome }) => `${path} ${status} ${attempt} ${outcome}`).sort()).toEqual([
      "/books/{id} 200 1 passed",
      "/flaky 200 2 passed",
      "/flaky 503 1 failed",
      "/none 404 1 passed",
    ]);
    const [first] = all;
    expect(new Set(all.map(({ runId }) => runId)).size).toBe(1);
    expect(new Date(first.timestamp).toISOString()).toBe(first.timestamp);
    expect(all.map(({ suite, environment }) => `${suite} ${environment}`)).toEqual(all.map(() => "Books default"));
    expect(all.find(({ path }) => path === "/books/{id}").url).toBe(`${server?.url}/books/7?token=***`);
    expect(all.find(({ path }) => path === "/none").details).toEqual({
      correlationId: "r-1",
      code: "none",
      message: "there is none",
    });
  });

  it("is written to standard output where it is called -", async () => {
    const { stdout } = await runWith(answers, "--log", "-", "-r", `json=${join(folder, "report.json")}`);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).method),
    ).toEqual(["GET", "GET", "GET", "GET"]);
  });

  it("that cannot be opened is said before anything is sent", async () => {
    const { code, stderr } = await runWith(answers, "--log", "/dev/null/x/requests.ndjson");
    expect([code, stderr]).toEqual([2, "error: cannot write /dev/null/x/requests.ndjson: a file is in the way\n"]);
    expect(server?.asked).toEqual([]);
    const clash = await cli(["run", manifest, "-o", folder, "--log", join(folder, "run.ndjson")]);
    expect([clash.code, clash.stderr]).toEqual([2, `error: --log ${join(folder, "run.ndjson")} is the run file\n`]);
  });

  // A device that is always full.
  it.runIf(existsSync("/dev/full"))("that cannot be written to is said once, and stops nothing", async () => {
    const { code, stderr } = await runWith(answers, "--log", "/dev/full");
    expect(code).toBe(0);
    expect(stderr.match(/the disk is full/g)).toHaveLength(1);
  });
});

describe("--redact", () => {
  it("masks what it names, in a run and in a run file that is shown again", async () => {
    const email = "ann@h.example";
    await runWith(({ path }) => [path === "/none" ? 404 : 500, { id: "id-1234567", email }], "--redact", "id");
    const kept = readFileSync(join(folder, "out/run.ndjson"), "utf8");
    expect([kept.includes("id-1234567"), kept.includes(email)]).toEqual([false, true]);
    const shown = await cli(["report", join(folder, "out/run.ndjson"), "-r", "json", "--redact", "EMAIL"]);
    expect(shown.stdout).toContain('\\"email\\":\\"***\\"');
    expect(shown.stdout).not.toContain(email);
  });
});
