import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { buildCase, buildRun } from "../result/run-builder.ts";
import { cli } from "../support/cli.ts";
import { encodeRun } from "../support/encode-run.ts";
import { serveHttp, type TestServer } from "../support/http-server.ts";

const accounts = join(packageRoot, "collections/accounts/newmanifest.yaml");
const newman = join(packageRoot, "node_modules/newman/bin/newman.js");
const secret = "tok-93f1c0ffee";
let folder: string;
let server: TestServer;
const file = (...names: ReadonlyArray<string>) => join(folder, ...names);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "newmanifest-report-"));
  server = await serveHttp(({ path }) => [path === "/missing" ? 404 : 200, { path }]);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const report = async (...args: ReadonlyArray<string>) => {
  const { code, stdout, stderr } = await cli(["report", ...args, "-r", "json"]);
  return { code, stderr, json: stdout === "" ? undefined : JSON.parse(stdout) };
};

interface JsonCase {
  readonly id: string;
  readonly outcome: string;
}

describe("newmanifest report", () => {
  it("makes one run of the shards in a folder: each case where it stands in the plan, with its outcome", async () => {
    const run = (out: string, ...args: ReadonlyArray<string>) =>
      cli(["run", accounts, "--mock", "--profile", "minimal", "-q", "-r", "json", "-o", file(out), ...args]);
    const whole = JSON.parse((await run("all")).stdout);
    await Promise.all([1, 2, 3].map((shard) => run(`shards/${shard}`, "--shard", `${shard}/3`)));
    const { code, stderr, json } = await report(file("shards"));
    expect([code, stderr]).toEqual([0, ""]);
    const outcomes = (of: typeof json) => of.suites[0].cases.map(({ id, outcome }: JsonCase) => `${outcome}  ${id}`);
    expect(outcomes(json)).toEqual(outcomes(whole));
    expect(json.summary).toEqual(whole.summary);
    expect(json.metrics["met-coverage-status"]).toEqual(whole.metrics["met-coverage-status"]);

    rmSync(file("shards/2"), { recursive: true });
    const partial = await report(file("shards"));
    expect([partial.code, partial.stderr]).toEqual([3, "error: shard 2/3 is missing\n"]);
    expect(await report(file("shards"), "--partial")).toMatchObject({ code: 0, stderr: "" });
  });

  it("takes what plain Newman has written beside our own runs, and hides the secrets in it", async () => {
    const test = (exec: string) => [{ listen: "test", script: { exec: [exec] } }];
    const header = [{ key: "Authorization", value: `Bearer ${secret}` }];
    const request = (path: string) => ({ url: `${server.url}${path}`, method: "GET", header });
    const found = 'pm.test("is found", () => pm.response.to.have.status(200));';
    const item = [
      { name: "Here", request: request("/here"), event: test(found) },
      { name: "Missing", request: request("/missing"), event: test(found) },
    ];
    mkdirSync(file("mixed"));
    writeFileSync(file("elsewhere.json"), JSON.stringify({ info: { name: "Elsewhere" }, item }));
    const args = [file("elsewhere.json"), "-r", "json", "--reporter-json-export", file("mixed", "newman.json")];
    await promisify(execFile)(process.execPath, [newman, "run", ...args]).catch(({ code }) => expect(code).toBe(1));
    expect(readFileSync(file("mixed", "newman.json"), "utf8")).toContain(secret);
    writeFileSync(file("mixed", "run.ndjson"), encodeRun(buildRun([buildCase("GET /books", "200")])));
    writeFileSync(file("mixed", "package.json"), "{}");

    const { code, stderr, json } = await report(file("mixed"));
    expect([code, stderr]).toEqual([1, ""]);
    const suites = json.suites.map((suite: { suite: string; cases: ReadonlyArray<JsonCase> }) => [
      suite.suite,
      suite.cases.map(({ id, outcome }) => `${outcome}  ${id}`),
    ]);
    expect(suites).toEqual([
      ["Elsewhere", ["passed  Here", "failed  Missing"]],
      ["Bookstore", ["passed  GET /books > 200"]],
    ]);
    expect(JSON.stringify(json)).not.toContain(secret);
    expect(JSON.stringify(json)).toContain("Bearer ***");
  });

  it("reads a file once, however many links lead to it", async () => {
    mkdirSync(file("loop"));
    writeFileSync(file("loop/broken.ndjson"), `${encodeRun(buildRun([buildCase("GET /a", "200")]))}{\n`);
    symlinkSync(file("loop"), file("loop/again"));
    const { stderr } = await report(file("loop"));
    expect(stderr).toBe(`${file("loop/broken.ndjson")}:4: this line is not a JSON object\n`);
  });

  it("is worth nothing where a run file changes while it is read", async () => {
    const run = file("changing.ndjson");
    const text = encodeRun(buildRun([buildCase("GET /a", "200"), buildCase("GET /b", "200")]));
    writeFileSync(run, text);
    const own = `import { writeFileSync } from "node:fs";
      export default ({ suites }) => {
        writeFileSync(${JSON.stringify(run)}, ${JSON.stringify(text.slice(0, -200))});
        return [...suites[0].cases].map(({ id }) => id).join();
      };`;
    writeFileSync(file("own.mjs"), own);
    const { code, stdout, stderr } = await cli(["report", run, "-r", file("own.mjs")]);
    expect([code, stdout, stderr]).toEqual([3, "GET /a > 200\n", `${run}:3: this line is not a JSON object\n`]);
  });

  it("knows what a killed run never came to, so that --failed runs it", async () => {
    writeFileSync(
      file("api.yaml"),
      `${["name: Api", `baseUrl: ${server.url}`, "profile: minimal", "endpoints:"].join("\n")}
  GET /a: 200
  GET /b: 200
`,
    );
    await cli(["run", file("api.yaml"), "-q", "-o", file("killed")]);
    const lines = readFileSync(file("killed", "run.ndjson"), "utf8").split("\n");
    writeFileSync(file("killed", "run.ndjson"), `${lines.slice(0, 2).join("\n")}\n`);
    const args = ["--failed", file("killed", "run.ndjson"), "-q", "-r", "json", "-o", file("rest")];
    const { stdout } = await cli(["run", file("api.yaml"), ...args]);
    const written = JSON.parse(lines[1] ?? "").id;
    const ids = JSON.parse(stdout).suites[0].cases.map(({ id }: JsonCase) => id);
    expect(ids).toHaveLength(1);
    expect(ids).not.toContain(written);
  });

  it("says what is wrong with what it is given", async () => {
    writeFileSync(file("half.ndjson"), encodeRun(buildRun([buildCase("GET /a", "200")])).replace('"passed"', "7"));
    expect(await report(file("half.ndjson"))).toMatchObject({
      code: 3,
      stderr: `${file("half.ndjson")}:2: the case is not valid: attempts.0.status: Invalid option: expected one of "passed"|"failed"|"errored"\n`,
    });
    writeFileSync(file("other.json"), "{}");
    expect(await report(file("other.json"))).toMatchObject({ code: 2, json: undefined });
    expect((await report(file("nowhere.ndjson"))).stderr).toContain("nowhere.ndjson");
    mkdirSync(file("empty"));
    symlinkSync(file("nowhere"), file("empty/link.json"));
    symlinkSync("nowhere", file("empty", "gone.ndjson"));
    const nothing = await report(file("empty"));
    expect(nothing.stderr).toBe(`error: there is neither a run file nor a JSON report of Newman in ${file("empty")}\n`);
  });
});
