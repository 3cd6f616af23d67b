import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCode } from "../../../src/result/exit-code.ts";
import { listen, readText } from "../../servers/listen.ts";
import { cli } from "../../support/cli.ts";
import { mistakes, send, states, textOf, tryOut, unfit } from "./try-out.ts";

describe("a variable", () => {
  const endpoints = { "GET /a": 401 };
  const auth = { me: { bearer: "{{token}}" } };
  const without = (name: string, within?: string) => [
    {
      code: "variable-without-value",
      args: { name, isFromProcess: false, environment: "default", ...(within && { within }) },
    },
  ];

  it("without a value is never sent", () => {
    expect(unfit({ auth, endpoints }, {})).toEqual(without("token"));
    expect(unfit({ auth, endpoints }, { token: "abc" })).toEqual([]);
  });

  it("is never sent with another one in its value that has none, or that leads back to it", () => {
    expect(unfit({ auth, endpoints }, { token: "a{{part}}" })).toEqual(without("part", "token"));
    expect(unfit({ auth, endpoints }, { token: "{{one}}", one: "{{two}}" })).toEqual(without("two", "token"));
    expect(unfit({ auth, endpoints }, { token: "{{one}}", one: "{{one}}" })).toEqual(without("one", "token"));
    expect(unfit({ auth, endpoints, headers: { A: "{{one}}" } }, { token: "{{one}}", one: "{{token}}" })).toHaveLength(
      2,
    );
    expect(unfit({ auth, endpoints, headers: { A: "{{one}}" } }, { token: "{{one}}" })).toEqual(without("one"));
    expect(unfit({ auth, endpoints }, { token: "{{one}}-{{$guid}}", one: "1" })).toEqual([]);
  });

  it("has no spaces inside of its braces", () => {
    expect(mistakes({ auth: { me: { bearer: "{{ token }}" } }, endpoints })).toEqual(["spaces-in-variable"]);
  });

  it("is no map and no list", () => {
    const environments = { local: { baseUrl: "http://localhost:1", variables: { token: { a: 1 }, list: [1] } } };
    expect(mistakes({ environments, auth, endpoints })).toEqual(["wrong-type", "wrong-type"]);
    const data = [{ token: { a: 1 } }];
    expect(mistakes({ endpoints: { "GET /a": { query: { token: "{{token}}" }, data, expect: 200 } } })).toEqual([
      "wrong-type",
    ]);
  });

  it("that would take an object out of a response fails where it is saved", async () => {
    const steps = [
      { "GET /a": { expect: 200, save: { cart: "$.cart" } } },
      { "GET /b": { query: { cart: "{{cart}}" }, expect: 200 } },
    ];
    const { run } = await tryOut({ flows: { Two: steps } }, (response) => send(response, 200, { cart: { id: 1 } }));
    expect(states(run)).toEqual(["failed 1 GET /a -> 200", "inconclusive 2 GET /b -> 200"]);
  });
});

describe("the value of a variable", () => {
  const body = { endpoints: { "POST /a": { body: { title: "{{title}}" }, expect: 201 } } };

  it.each(['say "hi"', "C:\\home", "two\nlines"])("stands in a JSON body as it is, so that %j is refused", (title) => {
    expect(unfit(body, { title })).toEqual([{ code: "value-does-not-fit", args: { name: "title", place: "json" } }]);
  });

  it("is one text of a JSON body where it is given as it stands there", async () => {
    const title = 'say "hi" \\ \n é';
    const { seen } = await tryOut(body, undefined, { values: { title: JSON.stringify(title).slice(1, -1) } });
    expect(seen.map((one) => JSON.parse(one.body))).toEqual([{ title }]);
  });

  it("of a row is escaped", async () => {
    const title = 'say "hi" \\ \n é';
    const { seen } = await tryOut({
      endpoints: { "POST /a": { body: { title: "{{title}}" }, data: [{ title }], expect: 200 } },
    });
    expect(seen.map((one) => JSON.parse(one.body))).toEqual([{ title }]);
  });
});

describe("a file of a multipart body", () => {
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-"));
  writeFileSync(join(folder, "there.txt"), "what it says");

  /** What the run of an upload ends with, and what came. */
  async function upload(endpoint: object, args: ReadonlyArray<string> = []) {
    const bodies: string[] = [];
    const server = await listen(
      async (request, response) => {
        bodies.push(await readText(request));
        send(response, 200);
      },
      () => 0,
    );
    const file = join(folder, "api.yaml");
    writeFileSync(file, textOf({ baseUrl: server.url, endpoints: { "POST /a": { ...endpoint, expect: 200 } } }));
    const { code, stdout, stderr } = await cli(["run", file, "-o", join(folder, "out"), ...args]);
    await server.close();
    return { code, said: stdout + stderr, body: bodies.join("\n") };
  }

  it("is sent", async () => {
    const { code, body } = await upload({ multipart: { doc: { file: "there.txt" } } });
    expect(code).toBe(0);
    expect(body).toContain("what it says");
  });

  it("that is not there is a mistake in the manifest", async () => {
    const { code, said, body } = await upload({ multipart: { doc: { file: "nowhere.txt" } } });
    expect(code).toBe(2);
    expect(said).toContain("nowhere.txt: there is no such file");
    expect(body).toBe("");
  });

  it("that a variable or a row names, and that is not there, makes the case errored", async () => {
    const multipart = { doc: { file: "{{doc}}" }, title: "a" };
    const variable = await upload({ multipart }, ["--env-var", "doc=nowhere.txt"]);
    expect(variable.code).toBe(3);
    expect(variable.said).toMatch(/the file of "doc" was not sent: .*nowhere\.txt/);
    const row = await upload({ multipart, data: [{ doc: "nowhere.txt" }] });
    expect(row.code).toBe(3);
    const there = await upload({ multipart, data: [{ doc: "there.txt" }] });
    expect([there.code, there.body.includes("what it says")]).toEqual([0, true]);
  });
});

it("an empty token sends no header, so that what was meant to be accepted fails, and what was refused proves nothing", async () => {
  const { run, seen } = await tryOut(
    { auth: { me: { bearer: "{{token}}" } }, endpoints: { "GET /a": [200, 401] } },
    (response, { headers }) => {
      response.setHeader("WWW-Authenticate", "Bearer");
      send(response, headers.authorization === "Bearer good" ? 200 : 401, { error: "who are you?" });
    },
    { values: { token: "" } },
  );
  expect(seen[0]?.headers.authorization).toBeUndefined();
  const [accepted, ...refused] = states(run);
  expect(accepted).toBe("failed GET /a -> 200");
  expect(refused.length).toBeGreaterThan(1);
  for (const state of refused) expect(state).toMatch(/^inconclusive GET \/a -> 401 /);
  expect(exitCode(run)).toBe(1);
});
