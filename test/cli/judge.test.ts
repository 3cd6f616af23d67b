import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runOfDay } from "../result/judged.ts";
import { buildCase, buildRun } from "../result/run-builder.ts";
import { cli } from "../support/cli.ts";
import { encodeRun } from "../support/encode-run.ts";
import { serveHttp, type TestServer } from "../support/http-server.ts";

const folder = mkdtempSync(join(tmpdir(), "newmanifest-judge-"));
const inFolder = (name: string) => join(folder, name);

function file(name: string, text: string): string {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
}

/** A run file of a day; see `runOfDay`. */
function runFile(name: string, ...run: Parameters<typeof runOfDay>): string {
  return file(name, encodeRun(runOfDay(...run)));
}

let server: TestServer;
const codes: Record<string, number> = { "/a": 200, "/b": 200 };

beforeAll(async () => {
  server = await serveHttp(({ path }) => [codes[path] ?? 404, { path }, { "X-Content-Type-Options": "nosniff" }]);
  file(
    "api.yaml",
    `name: Two
baseUrl: ${server.url}
profile: minimal
alerts: { 5xx: "< 1%" }
endpoints:
  GET /a: { expect: 200, alerts: { 5xx: "< 60%" } }
  GET /b: 200
`,
  );
});

afterAll(() => server.close());

const run = (...args: ReadonlyArray<string>) =>
  cli(["run", inFolder("api.yaml"), "-q", "-o", inFolder("out"), ...args]);

describe("newmanifest run, held against what was and what may be", () => {
  const history = inFolder("history");
  const known = inFolder("known.json");

  it("keeps its run files, and says what is new, still failing and fixed", async () => {
    codes["/a"] = 500;
    const first = await run("--history", history);
    expect([first.code, first.stderr, first.stdout.includes("trend")]).toEqual([1, "", false]);
    expect(first.stdout).toMatch(
      /^ ✗ alert: 5xx is 50 %, and must be < 1% .*api\.yaml:4:11\n ✗ alert: 5xx of GET \/a is 100 %/m,
    );
    codes["/a"] = 200;
    codes["/b"] = 500;
    const second = await run("--history", history);
    expect(second.code).toBe(1);
    expect(second.stdout).toContain("1 case fails that did not before");
    expect(second.stdout).toContain("1 case is fixed");
    expect(second.stdout).toContain("trend    2xx 50 > 50 %");
    const names = readdirSync(history);
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z_two_default\.ndjson$/);
    expect(readFileSync(join(history, names[1] ?? ""), "utf8")).toBe(readFileSync(inFolder("out/run.ndjson"), "utf8"));
  });

  it("lets pass what is known, until it does not occur any more", async () => {
    const again = (...args: ReadonlyArray<string>) =>
      cli(["report", inFolder("out/run.ndjson"), "--baseline", known, ...args]);
    const first = await again("--update-baseline", "--reason", "BUG-17", "--expires", "2999-12-31");
    expect(first.stderr).toBe(`${known}: 1 written\n`);
    expect(first.stdout).toContain("1 known deviation let pass");
    // The alert of the manifest still fails.
    expect(first.code).toBe(1);
    codes["/b"] = 200;
    const part = await run("--baseline", known, "--grep", "GET /a");
    expect([part.code, part.stdout.includes("known")]).toEqual([0, false]);
    expect(readFileSync(inFolder("out/run.ndjson"), "utf8")).toContain('"isPartial":true');
    const whole = await run("--baseline", known);
    expect([whole.code, whole.stdout.includes("1 deviation does not occur any more")]).toEqual([1, true]);
    expect(readFileSync(inFolder("out/run.ndjson"), "utf8")).not.toContain("isPartial");
    const third = await again("--update-baseline");
    expect([third.code, third.stderr]).toEqual([0, `${known}: 1 taken out, 0 left\n`]);
    expect(JSON.parse(readFileSync(known, "utf8"))).toEqual({ format: "newmanifest-baseline", version: 1, known: [] });
  });

  it("sends nothing where what it is held against is not right", async () => {
    const before = server.asked.length;
    const broken = file("broken.json", '{ "format": "newmanifest-baseline", "version": 1, "known": [{}] }');
    const ran = await run("--baseline", broken);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(`${broken}:1:61`);
    expect(ran.stderr).toContain("4 errors");
    expect(server.asked.length).toBe(before);
  });

  it.each([
    [["--alert", "p59 < 3ms"], 'There is no metric "p59": did you mean "p50"?\n'],
    [["--alert", "GET /a: p95 < 3"], 'p95 is a time, and "< 3" is not: write "< 3ms".'],
    [["--baseline", inFolder("none.json")], "none.json: --update-baseline --reason <text> writes one"],
    [["--baseline", inFolder("none.json"), "--update-baseline"], "--reason says why what fails is let pass"],
    [["--baseline", inFolder("none.json"), "--update-baseline", "--reason", " "], "--reason says why"],
    [["--update-baseline"], "--update-baseline needs --baseline <file>"],
    [["--reason", "x"], "--reason is for --update-baseline"],
    [["--expires", "2027-02-30"], "Write a day: 2027-01-31."],
    [["--keep", "3"], "--keep is for --history"],
    [["--history", inFolder("api.yaml")], "api.yaml: a file is in the way"],
    [["--history", inFolder("history"), "--watch"], "--watch runs parts"],
  ])("%j is exit code 2, with what to do", async (args, sentence) => {
    const { code, stderr, stdout } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(existsSync(inFolder("none.json"))).toBe(false);
  });
});

describe("--fail-on-flaky", () => {
  it("is a limit: each report says why the command failed", async () => {
    const flaky = buildRun([buildCase("GET /a", "200", { attempts: [503, 200] })]);
    const report = (...args: ReadonlyArray<string>) =>
      cli(["report", file("flaky.ndjson", encodeRun(flaky)), "-r", "console,markdown", ...args]);
    expect((await report()).code).toBe(0);
    const { code, stdout } = await report("--fail-on-flaky");
    expect(code).toBe(1);
    expect(stdout).toContain(" ✗ alert: flaky is 1, and must be = 0\n");
    expect(stdout).toContain("\n## ❌ ");
  });
});

describe("newmanifest run --history --keep", () => {
  const old = "2025-11-01T10-00-00.000Z_two_default.ndjson";

  it("takes out the oldest of its own runs, and nothing else", async () => {
    const kept = inFolder("kept");
    mkdirSync(kept);
    const two = (name: string, day: number, changes: object = {}) =>
      runFile(`kept/${name}`, day, { a: 200 }, { suite: "Two", environment: "default", ...changes });
    two(old, 1);
    two("2025-11-02T10-00-00.000Z_two_default.ndjson", 2);
    two("2025-11-01T10-00-00.000Z_other_default.ndjson", 1, { suite: "Other" });
    two("2025-11-01T10-00-00.000Z_two_staging.ndjson", 1, { environment: "staging" });
    two("2025-11-01T10-00-00.000Z_two_default_1of2.ndjson", 1, { shard: { index: 1, of: 2 } });
    two("my-run.ndjson", 1);
    file("kept/2025-11-01T09-00-00.000Z_notes.ndjson", "{}\n");
    file("kept/readme.txt", "mine");
    const before = readdirSync(kept);
    const ran = await run("--history", kept, "--keep", "2");
    expect(ran.stderr).toBe(
      `note: ${join(kept, "2025-11-01T09-00-00.000Z_notes.ndjson")} is left out: this is not the header of a newmanifest run file\n`,
    );
    const after = readdirSync(kept);
    expect(before.filter((name) => !after.includes(name))).toEqual([old]);
    expect(after.length).toBe(before.length);
  });
});

describe("newmanifest report, held against what was", () => {
  it("compares two run files", async () => {
    const before = runFile("before.ndjson", 1, { a: 200, b: 500, c: 404 });
    const after = runFile("after.ndjson", 2, { a: 500, b: 200, c: 404 }, { environment: "staging" });
    const { code, stdout, stderr } = await cli(["report", "--compare", before, after]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/1 case fails that did not before\n +GET \/a -> 200/);
    expect(stdout).toMatch(/1 case still fails\n +GET \/c -> 200/);
    expect(stdout).toMatch(/1 case is fixed\n +GET \/b -> 200/);
    const stranger = runFile("stranger.ndjson", 1, { a: 200 }, { suite: "Other" });
    const other = await cli(["report", "--compare", stranger, after]);
    expect(other.stderr).toBe(`note: ${stranger} has nothing of Bookstore\n`);
  });

  it("reads the runs before of the same suite and environment, newest ones, and leaves the folder as it is", async () => {
    mkdirSync(inFolder("past"));
    runFile("past/1.ndjson", 1, { a: 500 });
    runFile("past/2.ndjson", 2, { a: 200 });
    runFile("past/3.ndjson", 3, { a: 500 }, { environment: "staging" });
    runFile("past/4.ndjson", 4, { a: 500 }, { suite: "Other" });
    const now = runFile("past/5.ndjson", 5, { a: 200 });
    runFile("past/6.ndjson", 6, { a: 500 });
    file("past/7.ndjson", '{"format":"newmanifest-run","version":2}\n');
    file("past/notes.txt", "mine");
    const runsOf = async (...args: ReadonlyArray<string>) => {
      const { code, stdout, stderr } = await cli(["report", now, "--history", inFolder("past"), "-r", "json", ...args]);
      const { runs, changes } = JSON.parse(stdout).suites[0].history;
      return {
        code,
        stderr,
        changes,
        days: runs.map(({ startedAt }: { startedAt: string }) => startedAt.slice(8, 10)),
      };
    };
    const stderr = `note: ${inFolder("past/7.ndjson")} is left out: the run file has version 2, and this newmanifest reads version 1: update newmanifest\n`;
    expect(await runsOf()).toEqual({ code: 0, stderr, changes: {}, days: ["01", "02"] });
    expect(await runsOf("--keep", "1")).toMatchObject({ days: ["02"] });
    expect(readdirSync(inFolder("past"))).toHaveLength(8);
  });

  it("compares what was put together of shards with what was put together before", async () => {
    mkdirSync(inFolder("merged"));
    const both = async (day: number, codes: Readonly<Record<string, number>>) => {
      const shards = Object.entries(codes).map(([name, code], index) =>
        runFile(`shard-${index}.ndjson`, day, { [name]: code }, { shard: { index: index + 1, of: 2 } }),
      );
      const to = `console,ndjson=${inFolder(`merged/${day}.ndjson`)}`;
      return (await cli(["report", ...shards, "--history", inFolder("merged"), "-r", to])).stdout;
    };
    expect(await both(1, { a: 500, b: 200 })).not.toContain("trend");
    const second = await both(2, { a: 200, b: 200 });
    expect(second).toContain("1 case is fixed");
    expect(second).toContain("trend    2xx 50 > 100 %");
  });

  it("says that there is no history yet", async () => {
    const now = runFile("now.ndjson", 1, { a: 200 });
    const { code, stderr } = await cli(["report", now, "--history", inFolder("nowhere")]);
    expect([code, stderr]).toEqual([0, `note: there is no ${inFolder("nowhere")} yet\n`]);
    expect(existsSync(inFolder("nowhere"))).toBe(false);
  });

  it("holds it against limits of the command line, and against known deviations as of the day of the run", async () => {
    const now = runFile("held.ndjson", 9, { a: 500, b: 200 });
    const entry = { case: "GET /a > 200", rule: "status-expected", reason: "x" };
    const known = (expires: string) =>
      file("held.json", JSON.stringify({ format: "newmanifest-baseline", version: 1, known: [{ ...entry, expires }] }));
    const held = (...args: ReadonlyArray<string>) => cli(["report", now, ...args]);
    expect((await held("--baseline", known("2025-11-09"))).code).toBe(0);
    expect((await held("--baseline", known("2025-11-08"))).code).toBe(1);
    expect((await held("--baseline", known("2025-11-09"), "--alert", "GET /a: 5xx = 0")).code).toBe(1);
    expect(
      (await held("--baseline", known("2025-11-09"), "--alert", "GET /b: 5xx = 0", "--alert", "max < 1s")).code,
    ).toBe(0);
  });

  it("changes no file of known deviations for a run that broke", async () => {
    const now = runFile("stopped.ndjson", 9, { a: 500 }, { broken: "it was stopped" });
    const to = inFolder("first.json");
    const { code, stderr } = await cli(["report", now, "--baseline", to, "--update-baseline", "--reason", "x"]);
    expect([code, existsSync(to)]).toEqual([3, false]);
    expect(stderr).toContain(`note: ${to} is left as it is: the run broke\n`);
  });
});
