import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answered, buildCase, buildRun } from "../result/run-builder.ts";
import { cli } from "../support/cli.ts";
import { encodeRun } from "../support/encode-run.ts";

const folder = mkdtempSync(join(tmpdir(), "newmanifest-shard-"));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const threeGroups = file(
  "three.yaml",
  "name: Three\nbaseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n  GET /a: 200\n  GET /b: 200\n  GET /c: 200\n",
);

let outs = 0;

async function runThree(args: ReadonlyArray<string>, env: Record<string, string> = {}) {
  const out = join(folder, `out-${outs++}`);
  const ran = await cli(["run", threeGroups, "--mock", "-r", "json", "-o", out, ...args], env);
  const endpoints =
    ran.stdout === "" ? [] : JSON.parse(ran.stdout).suites[0].cases.map((one: { endpoint: string }) => one.endpoint);
  return { ...ran, endpoints, notes: ran.stderr.replace(/^mock of .*\n/gm, "") };
}

const inGitLab = { GITLAB_CI: "true", CI_NODE_INDEX: "2", CI_NODE_TOTAL: "3" };

describe("newmanifest run --shard", () => {
  it.each(["", "2", "0/4", "5/4", "1/0", "a/b", "1.5/2", "-1/2", "1/2/3", "1/9999999999"])(
    "%j is exit code 2, with what to write",
    async (text) => {
      const { code, stderr } = await runThree([`--shard=${text}`]);
      expect(code).toBe(2);
      expect(stderr).toContain("Write which part and of how many, 2/4");
    },
  );

  it("runs one part, and the others run the rest", async () => {
    const ran = [await runThree(["--shard", "1/2"]), await runThree(["--shard", "2/2"])];
    expect(ran.map(({ code, endpoints, notes }) => [code, endpoints, notes])).toEqual([
      [0, ["GET /a", "GET /c"], ""],
      [0, ["GET /b"], ""],
    ]);
  });

  it("does as the CI's variables say, and says so", async () => {
    const ran = await runThree([], inGitLab);
    expect([ran.endpoints, ran.notes]).toEqual([["GET /b"], "shard 2/3 (GitLab's CI_NODE_INDEX, CI_NODE_TOTAL)\n"]);
    const all = await runThree(["--shard", "1/1"], inGitLab);
    expect([all.endpoints, all.notes]).toEqual([["GET /a", "GET /b", "GET /c"], ""]);
  });

  it("ends with exit code 2 where the CI's variables make no sense", async () => {
    const { code, stderr, stdout } = await runThree([], { ...inGitLab, CI_NODE_INDEX: "" });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: CI_NODE_TOTAL is 3, and CI_NODE_INDEX is not set, .*--shard 1\/1\n$/);
  });

  it("has nothing to do where there are more shards than groups: exit code 0, with a run file", async () => {
    const out = join(folder, "empty");
    const ran = await cli(["run", threeGroups, "--mock", "--shard", "4/4", "-o", out]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("note: nothing to do for shard 4/4");
    expect(ran.stdout).toContain("Three · default · 0 cases, 0 checks");
    expect(ran.stdout).toContain("shard 4/4");
    expect(await cli(["report", "--partial", join(out, "run.ndjson")])).toMatchObject({ code: 0, stderr: "" });
    const none = await runThree(["--shard", "4/4", "--grep", "no such case"]);
    expect([none.code, none.stderr]).toEqual([
      2,
      "error: no case is left: --grep, --tag and --failed match nothing together\n",
    ]);
  });
});

describe("newmanifest run --durations", () => {
  const took = (path: string, timeMs: number) =>
    buildCase(`GET ${path}`, "200", { attempts: [answered(`GET ${path}`, 200, { timeMs })] });
  const slowB = file("slow-b.ndjson", encodeRun(buildRun([took("/a", 5), took("/b", 4000), took("/c", 5)])));
  const slowC = file("slow-c.ndjson", encodeRun(buildRun([took("/c", 9000)])));

  it("makes parts of like length", async () => {
    const parts = async (args: ReadonlyArray<string>) =>
      (await Promise.all(["1/2", "2/2"].map((shard) => runThree(["--shard", shard, ...args])))).map(
        (ran) => ran.endpoints,
      );
    expect(await parts(["--durations", slowB])).toEqual([["GET /b"], ["GET /a", "GET /c"]]);
    expect(await parts(["--durations", slowB, "--durations", slowC])).toEqual([["GET /c"], ["GET /a", "GET /b"]]);
  });

  it("may name a file that is not there yet", async () => {
    const ran = await runThree(["--shard", "2/2", "--durations", join(folder, "nowhere.ndjson")]);
    expect([ran.code, ran.endpoints]).toEqual([0, ["GET /b"]]);
    expect(ran.notes).toBe(
      `note: there is no ${join(folder, "nowhere.ndjson")}: cases whose durations are not known count the same\n`,
    );
  });

  it("takes what a run that was cut short had, and says which lines it cannot read", async () => {
    const cut = file("cut.ndjson", `${readFileSync(slowB, "utf8").replace(/\n.*\n$/, "\n")}what\n`);
    const ran = await runThree(["--shard", "1/2", "--durations", cut]);
    expect([ran.code, ran.endpoints, ran.notes]).toEqual([0, ["GET /b"], `${cut}:5: this line is not a JSON object\n`]);
  });

  it.each([
    [file("empty.ndjson", ""), "this is not the header of a newmanifest run file"],
    [file("other.json", '{ "collection": {} }'), "this is not the header of a newmanifest run file"],
    [folder, "it is a folder"],
  ])("%s is exit code 2", async (name, sentence) => {
    const ran = await runThree(["--shard", "1/2", "--durations", name]);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toMatch(new RegExp(`^error: .*${name}: ${sentence}\n$`));
  });

  it("is not read where there are no shards", async () => {
    expect(await runThree(["--durations", folder])).toMatchObject({ code: 0, notes: "" });
  });
});
