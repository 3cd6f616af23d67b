import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot, packageVersion } from "../../src/package.ts";
import { startLibrary } from "../servers/library.ts";
import { cli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "newmanifest-cli-"));
const bookstore = join(packageRoot, "collections/bookstore/newmanifest.yaml");

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("newmanifest", () => {
  it("helps, with examples and exit codes", async () => {
    const { code, stdout } = await cli(["--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("newmanifest run --mock api.yaml");
    expect(stdout).toContain("0 all proven, 1 a check failed, 2 bad input, 3 the run broke");
  });

  it("says its version", async () => {
    expect(await cli(["--version"])).toMatchObject({ code: 0, stdout: `${packageVersion()}\n` });
  });

  it.each([
    [["run", "--concurrency", "0"], "whole number above 0"],
    [["rnu"], "unknown command 'rnu'"],
    [["run", "nowhere.yaml"], "nowhere.yaml"],
    [["run", bookstore, "-r", "pdf"], 'there is no reporter "pdf": one of console, json, ndjson'],
    [["run", bookstore, "-e", "moon"], 'there is no environment "moon": the manifest has local, staging'],
    [["run", bookstore, "--profile", "max"], 'there is no profile "max"'],
    [["run", bookstore, "--grep", "no such case"], "match nothing"],
    [["run", bookstore, "--grep", "/(/"], "is no regular expression"],
    [["run", bookstore, "--base-url", "ftp://x"], "is no http or https URL"],
    [["run", bookstore, "--env-file", "nowhere.env"], "cannot read nowhere.env"],
    [
      ["run", bookstore, "--mock", "-o", "/dev/null/out"],
      "cannot write /dev/null/out/run.ndjson: a file is in the way",
    ],
    [
      ["run", bookstore, "--mock", "-r", "json=/dev/null/x.json"],
      "cannot write /dev/null/x.json: a file is in the way",
    ],
    [["generate", bookstore, "-o", "/dev/null/out"], "cannot write to /dev/null/out: a file is in the way"],
    [["mock", "--port", "99999"], "Ports end at 65535"],
    [["report", "nowhere.ndjson"], "cannot read nowhere.ndjson: there is no such file or folder"],
  ])("ends %j with exit code 2 and one clear sentence", async (args, sentence) => {
    const { code, stderr, stdout } = await cli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe("");
  });
});

describe("newmanifest run", () => {
  it("proves the bookstore on its mock, exit code 0, and keeps a run file that report reads", async () => {
    const out = join(folder, "bookstore");
    const ran = await cli(["run", bookstore, "--mock", "-o", out]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^Bookstore · local · \d+ cases, \d+ checks/);
    expect(ran.stdout).not.toMatch(/[✗○?!]/);
    const shown = await cli(["report", join(out, "run.ndjson"), "-r", "json"]);
    expect(shown.code).toBe(0);
    const report = JSON.parse(shown.stdout);
    expect(report).toMatchObject({ format: "newmanifest-result", suites: [{ suite: "Bookstore" }] });
    expect(report.summary.passed).toBe(report.summary.cases);
    expect(report.suites[0].cases[0]).toMatchObject({
      endpoint: "GET /health",
      outcome: "passed",
      manifest: { file: bookstore, line: 25 },
    });
  });

  it("gives 1 where a check failed, and says where in the manifest", async () => {
    const library = await startLibrary({ hasNoLocation: true });
    const manifest = file(
      "library.yaml",
      `name: Library
baseUrl: ${library.url}
auth: { reader: { bearer: "\${READER}" } }
endpoints:
  POST /books: { body: { title: Dune }, expect: 201 }
`,
    );
    const ran = await cli(["run", manifest, "-o", join(folder, "one")], { READER: "open-sesame" });
    await library.close();
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("library.yaml:5:49");
    expect(ran.stdout).toContain("Location points to what was created");
    expect(ran.stdout).toContain("-H 'Authorization: Bearer ***'");
    expect(ran.stdout + readFileSync(join(folder, "one/run.ndjson"), "utf8")).not.toContain("open-sesame");
  });

  it("does not send a variable that has no value", async () => {
    const text =
      'name: A\nbaseUrl: http://localhost:9\nauth: { me: { bearer: "{{token}}" } }\nendpoints:\n  GET /a: 200\n';
    const { code, stderr } = await cli(["run", file("unset.yaml", text), "-o", join(folder, "unset")]);
    expect(code).toBe(2);
    expect(stderr).toContain('the variable {{token}} has no value in the environment "default"');
    expect(stderr).toContain("pass --env-var token=...");
    expect(existsSync(join(folder, "unset"))).toBe(false);
  });

  it.runIf(existsSync("/dev/full"))(
    "reports all the same when the run file finds the disk full, exit code 3",
    async () => {
      const out = mkdtempSync(join(folder, "full-"));
      symlinkSync("/dev/full", join(out, "run.ndjson"));
      const { code, stdout, stderr } = await cli(["run", bookstore, "--mock", "--tag", "smoke", "-o", out]);
      expect(code).toBe(3);
      expect(stdout).toContain("passed");
      expect(stderr).toContain(`error: cannot write ${join(out, "run.ndjson")}: the disk is full\n`);
    },
  );

  it("takes secrets from --env-file", async () => {
    const library = await startLibrary();
    const text = `baseUrl: ${library.url}\nauth: { me: { bearer: "\${READER}" } }\nendpoints:\n  GET /books: 200 401\n`;
    const env = file("secrets.env", "READER=open-sesame\n");
    const ran = await cli(["run", file("env.yaml", text), "--env-file", env, "-o", join(folder, "env")]);
    await library.close();
    expect(ran.code).toBe(0);
  });

  it("runs only what --tag and --grep choose, with what that needs", async () => {
    const smoke = await cli(["run", bookstore, "--mock", "--tag", "smoke", "-r", "json", "-o", join(folder, "tag")]);
    const endpoints = new Set(
      JSON.parse(smoke.stdout).suites[0].cases.map((one: { endpoint: string }) => one.endpoint),
    );
    expect([...endpoints]).toEqual(["GET /health", "GET /books"]);
    const grep = await cli([
      "run",
      bookstore,
      "--mock",
      "--grep",
      "after it was deleted",
      "-r",
      "json",
      "-o",
      join(folder, "grep"),
    ]);
    const titles = JSON.parse(grep.stdout).suites[0].cases.map((one: { title: string }) => one.title);
    expect(titles).toEqual([
      "POST /books -> 201 creates a book",
      "GET /books/{id} -> 200 returns what was created",
      "DELETE /books/{id} -> 204",
      "GET /books/{id} -> 404 after it was deleted",
    ]);
  });

  it("sends nothing that asks for a change when it is read-only", async () => {
    const { stdout, code } = await cli([
      "run",
      bookstore,
      "--mock",
      "--read-only",
      "-r",
      "json",
      "-o",
      join(folder, "ro"),
    ]);
    expect(code).toBe(0);
    const [{ cases, summary }] = JSON.parse(stdout).suites;
    const methods = cases.flatMap((one: { attempts: { request: { method: string } }[] }) =>
      one.attempts.map(({ request }) => request.method),
    );
    expect(new Set(methods)).toEqual(new Set(["GET"]));
    expect(summary.skipped).toBeGreaterThan(50);
  });

  it("fails warnings when it is strict", async () => {
    const library = await startLibrary();
    const text = `baseUrl: ${library.url}\nauth: { me: { bearer: open-sesame } }\nprofile: minimal\nendpoints:\n  GET /books: { expect: { 200: null, 503: { when: { headers: { X: y } } } } }\n`;
    const lax = await cli(["run", file("strict.yaml", text), "-r", "json", "-o", join(folder, "strict")]);
    await library.close();
    expect(JSON.parse(lax.stdout).summary).toMatchObject({ cases: 2, failed: 1 });
  });
});

describe("newmanifest generate", () => {
  it("writes the files, finds them current, and says when they are not", async () => {
    const out = join(folder, "generated");
    expect((await cli(["generate", bookstore, "-o", out])).code).toBe(0);
    expect(await cli(["generate", bookstore, "-o", out, "--check"])).toMatchObject({
      code: 0,
      stdout: "3 files are up to date\n",
    });
    const collection = join(out, "bookstore.postman_collection.json");
    writeFileSync(collection, readFileSync(collection, "utf8").replace("Bookstore", "Bookshop"));
    const stale = await cli(["generate", bookstore, "-o", out, "--check"]);
    expect(stale).toMatchObject({ code: 1, stderr: `${collection} is out of date: run newmanifest generate\n` });
  });

  it("never writes the value of a secret", async () => {
    const text =
      'name: S\nbaseUrl: http://localhost:1\nsecrets: [listed]\nauth: { me: { bearer: "${CANARY}" } }\nheaders: { X-Key: "{{listed}}" }\nenvironments: { a: { variables: { listed: canary-two } } }\nendpoints:\n  GET /a: 200\n';
    const out = join(folder, "secret");
    const { code } = await cli(["generate", file("secret.yaml", text), "-o", out], { CANARY: "canary-one" });
    expect(code).toBe(0);
    const environment = readFileSync(join(out, "a.postman_environment.json"), "utf8");
    const written = readFileSync(join(out, "s.postman_collection.json"), "utf8") + environment;
    expect(written).not.toMatch(/canary-(one|two)/);
    expect(JSON.parse(environment).values).toContainEqual({ key: "CANARY", value: "", type: "secret", enabled: true });
    expect(JSON.parse(environment).values).toContainEqual({ key: "listed", value: "", type: "secret", enabled: true });
  });
});

describe("newmanifest lint and schema", () => {
  it("lists what cannot be proven", async () => {
    const text = "name: L\nbaseUrl: http://localhost:1\nendpoints:\n  GET /a: 200 503\n";
    const { code, stdout } = await cli(["lint", file("lint.yaml", text)]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      "lint.yaml:4  GET /a -> 503  unproven: say how your API is told to fail: `503: { when: { headers: { X-Simulate: down } } }`\n1 endpoints, 4 cases · 3 hints (--hints shows them)\n",
    );
  });

  it("prints the schema that ships", async () => {
    const { stdout } = await cli(["schema"]);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(packageRoot, "schema.json"), "utf8")));
  });
});
