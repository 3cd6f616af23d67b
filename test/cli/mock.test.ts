import { mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { cli } from "../support/cli.ts";

const books = (more = "") => `name: Books
baseUrl: http://localhost:4010
include: more.yaml
endpoints:
  POST /books: { body: { title: Dune }, expect: 201 }
  GET /books/{id}: 200
${more}`;

/** A mock that runs as the command line runs it, until the test is over. */
async function run(args: ReadonlyArray<string> = []) {
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-mock-"));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("api.yaml", books());
  write("more.yaml", "endpoints:\n  GET /more: 200\n");
  const said = { stdout: "", stderr: "" };
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const io = {
    stdout: (text: string) => {
      said.stdout += text;
    },
    stderr: (text: string) => {
      said.stderr += text;
    },
    color: false,
    width: 100,
    isInteractive: false,
    env: {},
    onSignal: () => () => {},
    untilStopped: () => stopped,
  };
  const ended = main(["mock", join(folder, "api.yaml"), "--port", String(await freePort()), ...args], io);
  onTestFinished(async () => {
    stop();
    expect(await ended).toBe(0);
  });
  await expect.poll(() => said.stderr, { timeout: 5000 }).toContain("mock of Books at ");
  const [url = ""] = /http:\S+/.exec(said.stderr) ?? [];
  return { folder, write, said, url };
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const create = (url: string) =>
  fetch(`${url}/books`, { method: "POST", body: '{"title":"Emma"}', headers: { "Content-Type": "application/json" } });
const statusOf = async (url: string) => (await fetch(url)).status;

test("a manifest that changes is served as it is now, and what was created is still there", async () => {
  const { write, said, url } = await run();
  await create(url);
  expect(await statusOf(`${url}/new`)).toBe(404);
  write("api.yaml", books("  GET /new: 200\n"));
  await expect
    .poll(() => said.stderr, { timeout: 5000 })
    .toContain(`reloaded: 1 resource kept; mock of Books at ${url}\n`);
  expect([await statusOf(`${url}/new`), await statusOf(`${url}/books/1`)]).toEqual([200, 200]);
});

test("a broken manifest says what is wrong, the old one goes on, and mending it is enough", async () => {
  const { write, said, url } = await run();
  write("api.yaml", books("  GET /new: { expcet: 200 }\n"));
  await expect.poll(() => said.stderr, { timeout: 5000 }).toContain("the mock goes on with what it was");
  expect(said.stderr).toContain('did you mean "expect"?');
  expect([await statusOf(`${url}/new`), await statusOf(`${url}/more`)]).toEqual([404, 200]);
  write("api.yaml", books("  GET /new: 200\n"));
  await expect.poll(() => said.stderr, { timeout: 5000 }).toContain("reloaded: ");
  expect(await statusOf(`${url}/new`)).toBe(200);
});

test("an included file is watched too, also when an editor puts a new one in its place", async () => {
  const { folder, write, said, url } = await run();
  for (const path of ["one", "two"]) {
    write("more.yaml~", `endpoints:\n  GET /${path}: 200\n`);
    renameSync(join(folder, "more.yaml~"), join(folder, "more.yaml"));
    await expect.poll(() => statusOf(`${url}/${path}`), { timeout: 5000 }).toBe(200);
  }
  expect(await statusOf(`${url}/one`)).toBe(404);
  expect(said.stderr.match(/^reloaded: /gm)).toHaveLength(2);
});

test("resources that do not fit any more are given up, and it says so", async () => {
  const { write, said, url } = await run();
  await create(url);
  write(
    "api.yaml",
    books().replace("GET /books/{id}: 200", "GET /books/{id}: { expect: { 200: { body: { id: abc } } } }"),
  );
  await expect.poll(() => said.stderr, { timeout: 5000 }).toContain("reloaded: it starts over");
  expect((await create(url)).headers.get("location")).toMatch(/^\/books\/[0-9a-f-]{36}$/);
});

test("--no-watch leaves a manifest as it was", async () => {
  const { write, said, url } = await run(["--no-watch"]);
  write("api.yaml", books("  GET /new: 200\n"));
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect([await statusOf(`${url}/new`), said.stderr.includes("reloaded")]).toEqual([404, false]);
});

test("the log has a line for each request, and says what was held back or preferred", async () => {
  const { said, url } = await run(["--delay", "5..9ms", "--host", "127.0.0.1", "--seed", "3"]);
  await create(url);
  await fetch(`${url}/books/1`, { headers: { Prefer: "delay=20, code=503" } });
  await expect.poll(() => said.stdout.split("\n")).toHaveLength(3);
  expect(said.stdout).toMatch(/^201 POST {4}\/books {2}created {2}[\d.]+ ms \(held back [5-9] ms\)$/m);
  expect(said.stdout).toMatch(
    /^200 GET {5}\/books\/1 {2}found \(Prefer: code=503 is not declared here\) {2}[\d.]+ ms \(held back 20 ms\)$/m,
  );
});

test.each(["abc", "50s", "-1", "200..20", "1..2..3", "", "70000", "5.5"])(
  "--delay %j says how to write it",
  async (text) => {
    const { code, stderr } = await cli(["mock", "nowhere.yaml", `--delay=${text}`]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("50ms, or a range of them, 20..200ms")]);
  },
);

test("a seed is a whole number", async () => {
  expect(await cli(["mock", "--seed", "x"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("whole number"),
  });
});
