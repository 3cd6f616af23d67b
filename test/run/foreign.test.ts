import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { NewmanRunOptions } from "newman";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { exitCode } from "../../src/result/exit-code.ts";
import { outcomes } from "../../src/result/outcome.ts";
import type { ForeignOptions } from "../../src/run/foreign/foreign-suite.ts";
import { outcomesOf, runForeign, runPlain, visitsOf } from "../support/foreign.ts";
import { type Shop, startShop } from "../support/foreign-server.ts";

const folder = join(packageRoot, "test/fixtures/collections");
const read = (name: string) => readFileSync(join(folder, name), "utf8");
let ours: Shop;
let plain: Shop;

beforeEach(async () => {
  [ours, plain] = [await startShop(), await startShop()];
});

afterEach(async () => {
  await ours.close();
  await plain.close();
});

/** What is asked, without what is made up each time. */
function asked({ url, log, bodies, headers }: Shop): ReadonlyArray<string> {
  const made = /(?<=\/open\/)\d+|----+\d+|[\da-f]{8}-[\da-f-]{27}/g;
  return log.map((line, index) =>
    [line, ...(headers[index] ?? []), bodies[index]]
      .join("\n")
      .replaceAll(new URL(url).host, "host")
      .replace(made, "#"),
  );
}

/** Runs a collection both ways, with `{{url}}` in the options as the server's. */
async function runBoth(text: string, options: (url: string) => ForeignOptions, newman: (url: string) => object) {
  const run = await runForeign(text, { transport: { workingDir: folder }, ...options(ours.url) });
  const json = JSON.parse(text);
  const collection = json.collection ?? json;
  const other = await runPlain(collection, { workingDir: folder, ...(newman(plain.url) as Partial<NewmanRunOptions>) });
  return { run, other };
}

const environment = (url: string) => read("shop.postman_environment.json").replace("http://localhost:3000", url);
const envVar = (url: string) => ({ host: url, baseUrl: url, legacyToken: "tok-5f2c9d81" });
const newmanVar = (url: string) => ({ envVar: Object.entries(envVar(url)).map(([key, value]) => ({ key, value })) });

describe("a collection from the wild", () => {
  it.each([
    {
      name: "shop",
      options: (url: string) => ({ environment: { file: "env.json", text: environment(url) } }),
      newman: (url: string) => ({ environment: JSON.parse(environment(url)) }),
      counts: { passed: 11, failed: 1, errored: 1, skipped: 1 },
    },
    {
      name: "shop",
      options: (url: string) => ({
        environment: { file: "env.json", text: environment(url) },
        folders: ["Login", "Products"],
      }),
      newman: (url: string) => ({ environment: JSON.parse(environment(url)), folder: ["Login", "Products"] }),
      counts: { passed: 5, failed: 1, errored: 1 },
    },
    {
      name: "legacy",
      options: (url: string) => ({ envVar: envVar(url) }),
      newman: newmanVar,
      counts: { passed: 3, failed: 1, errored: 1, skipped: 1, unproven: 1 },
    },
    {
      name: "rows",
      options: (url: string) => ({ envVar: envVar(url), data: { file: "rows.csv", text: read("rows.csv") } }),
      newman: (url: string) => ({ ...newmanVar(url), iterationData: join(folder, "rows.csv") }),
      counts: { passed: 7, failed: 1, skipped: 2 },
    },
    {
      name: "rows",
      options: (url: string) => ({
        envVar: envVar(url),
        data: { file: "rows.csv", text: read("rows.csv") },
        iterationCount: 7,
      }),
      newman: (url: string) => ({ ...newmanVar(url), iterationData: join(folder, "rows.csv"), iterationCount: 7 }),
      counts: { passed: 9, failed: 1, skipped: 4 },
    },
    {
      name: "rows",
      options: (url: string) => ({
        envVar: { ...envVar(url), a: "1", b: "2", note: "n" },
        iterationCount: 2,
      }),
      newman: (url: string) => ({
        envVar: [
          ...newmanVar(url).envVar,
          ...Object.entries({ a: "1", b: "2", note: "n" }).map(([key, value]) => ({ key, value })),
        ],
        iterationCount: 2,
      }),
      counts: { failed: 2, passed: 2 },
    },
  ])("ends as it does in Newman: $name", async ({ name, options, newman, counts }) => {
    const { run, other } = await runBoth(read(`${name}.postman_collection.json`), options, newman);
    expect(visitsOf(run)).toEqual(other.visits);
    expect(asked(ours)).toEqual(asked(plain));
    const became = [...outcomes(run.cases).values()];
    expect(
      Object.fromEntries(Object.keys(counts).map((one) => [one, became.filter((each) => each === one).length])),
    ).toEqual(counts);
    expect(became).toHaveLength(Object.values(counts).reduce((sum, count) => sum + count));
    expect(countWrong(run)).toBe(other.failures);
  });
});

/** Assertions that failed, and cases that broke. */
function countWrong(run: Awaited<ReturnType<typeof runForeign>>): number {
  return visitsOf(run).reduce(
    (sum, { assertions, isErrored }) =>
      sum + (isErrored ? 1 : 0) + assertions.filter((one) => one.startsWith("failed")).length,
    0,
  );
}

function scripted(name: string, path: string, test: string, prerequest = "") {
  const event = [
    { listen: "prerequest", script: { exec: [prerequest] } },
    { listen: "test", script: { exec: [test] } },
  ];
  const url = path.startsWith("http") ? path : `{{baseUrl}}${path}`;
  return { name, event, request: { method: "GET", url } };
}

const holds = "pm.test('holds', () => {});";

describe("the exit code of a collection", () => {
  it.each([
    ["0: all hold", [scripted("a", "/open/a", holds)], ["passed  a"], 0],
    ["0: nothing was asserted", [scripted("a", "/open/a", "")], ["unproven  a"], 0],
    [
      "1: a test failed",
      [
        scripted("a", "/open/a", "pm.test('no', () => pm.response.to.have.status(404));"),
        scripted("b", "/open/b", holds),
      ],
      ["failed  a", "passed  b"],
      1,
    ],
    [
      "1: a test failed before the request was skipped",
      [scripted("a", "/open/a", "", "pm.test('no', () => pm.expect(1).to.eql(2)); pm.execution.skipRequest();")],
      ["failed  a"],
      1,
    ],
    [
      "3: a server was not there",
      [scripted("a", "/open/a", holds), scripted("b", "http://127.0.0.1:1/", holds), scripted("c", "/open/c", holds)],
      ["passed  a", "errored  b", "passed  c"],
      3,
    ],
    [
      "3: a script threw",
      [scripted("a", "/open/a", "undefined.x;"), scripted("b", "/open/b", holds)],
      ["errored  a", "passed  b"],
      3,
    ],
    [
      "3: a script threw before the request",
      [scripted("a", "/open/a", holds, "throw new Error('x')")],
      ["errored  a"],
      3,
    ],
    [
      "3: a script went on at a request that is not there, which Newman calls a success",
      [scripted("a", "/open/a", `${holds} pm.execution.setNextRequest('no');`), scripted("b", "/open/b", holds)],
      ["errored  a", "skipped  b"],
      3,
    ],
    [
      "3: what went wrong at first counts, whatever came later",
      [
        scripted(
          "a",
          "/open/a",
          "const n = (pm.variables.get('n') ?? 0) + 1; pm.variables.set('n', n); if (n < 2) { pm.execution.setNextRequest('a'); throw new Error('first'); } pm.test('holds', () => {});",
        ),
      ],
      ["errored  a"],
      3,
    ],
  ])("%s", async (_what, item, became, code) => {
    const run = await runForeign({ info: { name: "C" }, item }, { envVar: envVar(ours.url) });
    expect(outcomesOf(run)).toEqual(became);
    expect(exitCode(run)).toBe(code);
  });

  it("of one whose server is not there at all is 3, without a try for each request", async () => {
    const item = [scripted("a", "http://127.0.0.1:1/a", holds), scripted("b", "http://127.0.0.1:1/b", holds)];
    const run = await runForeign({ info: { name: "C" }, item });
    expect(run.broken).toBe("nothing listens at http://127.0.0.1:1 (ECONNREFUSED)");
    expect(exitCode(run)).toBe(3);
  });
});

describe("a run of a collection", () => {
  it("keeps no secret of what it was given", async () => {
    const text = read("shop.postman_collection.json");
    const mentions = text.replace(
      "expect(pm.response.json().price).to.eql(13)",
      "expect(pm.environment.get('userPassword')).to.eql('x')",
    );
    const run = await runForeign(mentions, {
      environment: { file: "env.json", text: environment(ours.url) },
      transport: { workingDir: folder },
    });
    expect(outcomesOf(run)[4]).toBe("failed  Products / Get");
    const kept = JSON.stringify(run);
    expect(kept).toContain("to deeply equal 'x'");
    for (const secret of ["correct horse", "correct%20horse", btoa("ada:correct horse"), btoa("ada:nope")]) {
      expect(kept).not.toContain(secret);
    }
  });

  it("tells of each request as it ends", async () => {
    const told: string[] = [];
    const item = [scripted("a", "/open/a", holds), scripted("b", "/open/b", holds)];
    const onCase = ({ title }: { readonly title: string }) => told.push(`${title} after ${ours.log.length}`);
    await runForeign({ info: { name: "C" }, item }, { envVar: envVar(ours.url) }, { onCase });
    expect(told).toEqual(["a after 1", "b after 2"]);
  });
});

it("a header that is switched off is not among what was sent", async () => {
  const header = [
    { key: "X-On", value: "1" },
    { key: "X-Off", value: "2", disabled: true },
  ];
  const item = [{ name: "a", request: { method: "GET", url: `${ours.url}/open/1`, header } }];
  const run = await runForeign({ info: { name: "Headers" }, item });
  const names = run.cases[0]?.attempts[0]?.request?.headers.map(({ name }) => name);
  expect(names).toContain("X-On");
  expect(names).not.toContain("X-Off");
});
