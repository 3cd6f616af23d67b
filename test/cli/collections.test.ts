import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cli } from "../support/cli.ts";
import { serveHttp, type TestServer } from "../support/http-server.ts";

let server: TestServer;
let folder: string;
const file = (name: string) => join(folder, name);

/** An item as people write them. */
const item = (name: string, path: string, test: string) => ({
  name,
  request: `{{base}}${path}`,
  event: [{ listen: "test", script: { exec: test.split("\n") } }],
});
const schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const ok = 'pm.test("is found", () => pm.response.to.have.status(200));';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "newmanifest-collections-"));
  server = await serveHttp(({ path, headers }) => {
    if (path === "/secret") return [headers.authorization === "Bearer s3cret-value" ? 200 : 401];
    return [path === "/missing" ? 404 : 200, { path }];
  });
  const users = [
    { name: "Users", item: [item("List users", "/users", ok), item("One user", "/users/{{id}}", ok)] },
    { name: "Secrets", item: [{ ...item("Secret", "/secret", ok), request: secretRequest }] },
  ];
  writeFileSync(
    file("users.postman_collection.json"),
    JSON.stringify({ info: { name: "Users API", schema }, item: users }),
  );
  const broken = [item("Missing", "/missing", ok), item("Silent", "/silent", "")];
  writeFileSync(
    file("broken.postman_collection.json"),
    JSON.stringify({ info: { name: "Broken", schema }, item: broken }),
  );
  writeFileSync(
    file("api.yaml"),
    `name: Api\nbaseUrl: ${server.url}\nprofile: minimal\nendpoints:\n  GET /users: 200\n`,
  );
  const values = [
    { key: "base", value: server.url, enabled: true },
    { key: "token", value: "s3cret-value", type: "secret", enabled: true },
  ];
  writeFileSync(file("env.json"), JSON.stringify({ name: "Local", values }));
  writeFileSync(file("ids.csv"), "id\n7\n8\n");
});

const secretRequest = {
  url: "{{base}}/secret",
  auth: { type: "bearer", bearer: [{ key: "token", value: "{{token}}" }] },
};

afterAll(() => server.close());

const run = (...args: ReadonlyArray<string>) => cli(["run", ...args, "-r", "json", "-o", file("out"), "-q"]);
const outcomesOf = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    JSON.parse(stdout)
      .suites.flatMap((suite: { cases: unknown[] }) => suite.cases)
      .map((one: { id: string; outcome: string }) => [one.id, one.outcome]),
  );

describe("newmanifest run with a Postman collection", () => {
  it("gives it an environment and rows of data, and keeps secrets to itself", async () => {
    const ran = await run(file("users.postman_collection.json"), "-e", file("env.json"), "-d", file("ids.csv"));
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(outcomesOf(ran.stdout)).toEqual({
      "Users / List users": "passed",
      "Users / One user": "passed",
      "Secrets / Secret": "passed",
      "Users / List users [iteration 2]": "passed",
      "Users / One user [iteration 2]": "passed",
      "Secrets / Secret [iteration 2]": "passed",
    });
    expect(JSON.parse(ran.stdout).suites[0].environment).toBe("Local");
    expect(server.asked.filter((one) => one.startsWith("GET /users/"))).toEqual(["GET /users/7", "GET /users/8"]);
    expect(readFileSync(file("out/run.ndjson"), "utf8") + ran.stdout).not.toContain("s3cret-value");
  });

  it("runs several, and a manifest, in one command with one result and one exit code", async () => {
    const ran = await run(
      file("users.postman_collection.json"),
      file("broken.postman_collection.json"),
      file("api.yaml"),
      "-e",
      file("env.json"),
      "--env-var",
      "id=7",
      "--parallel-folders",
    );
    expect(ran.code).toBe(1);
    expect(outcomesOf(ran.stdout)).toEqual({
      "Api: GET /users > 200": "passed",
      "Users API: Users / List users": "passed",
      "Users API: Users / One user": "passed",
      "Users API: Secrets / Secret": "passed",
      "Broken: Missing": "failed",
      "Broken: Silent": "unproven",
    });
    const headOf = () => JSON.parse(readFileSync(file("out/run.ndjson"), "utf8").split("\n")[0] ?? "");
    expect(headOf().cases).toBe(6);
    const failed = await run(
      file("users.postman_collection.json"),
      file("broken.postman_collection.json"),
      file("api.yaml"),
      "-e",
      file("env.json"),
      "--failed",
      file("out/run.ndjson"),
    );
    expect([failed.code, outcomesOf(failed.stdout)]).toEqual([1, { "Broken: Missing": "failed" }]);
    expect([headOf().cases, headOf().suites.map((one: { isPartial?: boolean }) => one.isPartial)]).toEqual([
      1,
      [true, true, true],
    ]);
  });

  it("tells two of the same name apart, so that none hides what the other one shows", async () => {
    mkdirSync(file("copy"));
    const copy = { info: { name: "Broken", schema }, item: [item("Missing", "/found", ok)] };
    writeFileSync(file("copy/broken.postman_collection.json"), JSON.stringify(copy));
    const names = ["broken.postman_collection.json", "copy/broken.postman_collection.json"];
    const { code, stdout } = await run(...names.map(file), "-e", file("env.json"));
    expect([code, outcomesOf(stdout)]).toEqual([
      1,
      { "Broken: Missing": "failed", "Broken: Silent": "unproven", "Broken (2): Missing": "passed" },
    ]);
  });

  it("runs a folder of it", async () => {
    const ran = await run(file("users.postman_collection.json"), "-e", file("env.json"), "--folder", "Secrets");
    expect(outcomesOf(ran.stdout)).toEqual({ "Secrets / Secret": "passed" });
  });

  it("says what cannot be read, before anything is sent", async () => {
    writeFileSync(file("empty.postman_collection.json"), JSON.stringify({ info: { name: "E", schema }, item: [] }));
    const before = server.asked.length;
    const wrong = [
      [file("empty.postman_collection.json")],
      [file("users.postman_collection.json"), "-e", file("none.json")],
      [file("users.postman_collection.json"), "-d", file("none.csv")],
      [file("users.postman_collection.json"), "--mock"],
      [file("users.postman_collection.json"), "--ssl-client-cert", file("none.pem")],
      [file("none.postman_collection.json")],
      [file("api.yaml"), "-n", "3"],
      [file("api.yaml"), "--parallel-folders"],
    ];
    for (const args of wrong) {
      const { code, stdout, stderr } = await run(...args);
      expect([code, stdout, stderr.includes("error")]).toEqual([2, "", true]);
    }
    expect(server.asked.length).toBe(before);
  });

  it("gives a manifest the values of a Postman environment", async () => {
    writeFileSync(file("manifest-env.json"), JSON.stringify({ baseUrl: server.url }));
    const ran = await run(file("api.yaml"), "-e", file("manifest-env.json"));
    expect([ran.code, outcomesOf(ran.stdout)]).toEqual([0, { "GET /users > 200": "passed" }]);
  });
});
