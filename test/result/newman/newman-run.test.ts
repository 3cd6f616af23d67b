import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseRun, Run } from "../../../src/result/model.ts";
import { isNewmanReport } from "../../../src/result/newman/newman-report.ts";
import { newmanRun } from "../../../src/result/newman/newman-run.ts";
import { newmanSecrets } from "../../../src/result/newman/secrets.ts";
import { outcomes } from "../../../src/result/outcome.ts";
import { createMask } from "../../../src/run/mask.ts";
import { outcomesOf, runForeign } from "../../support/foreign.ts";
import { collectionOf, environmentOf, item, reportOf, startWild, wild } from "./wild.ts";

let server: Awaited<ReturnType<typeof startWild>>;
const rows = [{ row: "a" }, { row: "b" }];

beforeAll(async () => {
  server = await startWild();
});

afterAll(() => server.close());

/** A run of a report that has nothing wrong with it. */
function readReport(json: unknown, mask = createMask(newmanSecrets(json))): Run {
  const { run, problems } = newmanRun(json, { file: "some.postman_collection.json", mask });
  expect(problems).toEqual([]);
  if (run === undefined) throw new Error("no run");
  return run;
}

const report = async (items: ReadonlyArray<object>, options: object = {}) =>
  readReport(await reportOf(collectionOf(items), { environment: environmentOf(server.url), ...options }));

/** What both sides tell of a case; times, dates and the like differ from run to run. */
function told(one: CaseRun, run: Run) {
  const { attempts, manifest: _, ...head } = one;
  const [attempt] = attempts;
  const { request, response, error, checks } = attempt ?? {};
  const made = /^(Postman-Token|Date|Connection|Keep-Alive)$/i;
  const headers = (lines: ReadonlyArray<{ readonly name: string; readonly value: string }> = []) =>
    lines.filter(({ name }) => !made.test(name));
  return {
    ...head,
    outcome: outcomes(run.cases).get(one.id),
    attempts: attempts.length,
    status: attempt?.status,
    checks,
    error: error && { code: error.code, message: error.message },
    request: request && { ...request, headers: headers(request.headers) },
    response: response && { ...response, headers: headers(response.headers), timeMs: 0 },
  };
}

describe("a report of a collection from the wild", () => {
  let own: Run;
  let read: Run;
  let json: unknown;

  beforeAll(async () => {
    const environment = environmentOf(server.url);
    json = await reportOf(wild, { environment, iterationData: rows });
    read = readReport(json);
    own = await runForeign(wild, {
      environment: { file: "env.json", text: JSON.stringify(environment) },
      data: { file: "rows.json", text: JSON.stringify(rows) },
      timeoutRequestMs: 200,
    });
  });

  it("is recognised", () => {
    expect(isNewmanReport(json)).toBe(true);
    expect(isNewmanReport(wild)).toBe(false);
  });

  it("gives the head that our own run has", () => {
    const { suite, environment, format, version } = own;
    expect(read).toMatchObject({ suite, environment, format, version, lanes: 1 });
    expect(read.broken).toBeUndefined();
    expect(Math.abs(Date.parse(read.startedAt) - Date.parse(own.startedAt))).toBeLessThan(30_000);
    expect(read.durationMs).toBeGreaterThan(400);
  });

  it("gives the cases of our own run, each with what became of it", () => {
    expect(read.cases.map(({ id }) => id)).toEqual(own.cases.map(({ id }) => id));
    expect(read.cases.length).toBe(2 * 26);
    expect(read.cases.map((one) => told(one, read))).toEqual(own.cases.map((one) => told(one, own)));
  });

  it("has every outcome to tell of", () => {
    const all = new Set(outcomesOf(read).map((line) => line.split(" ")[0]));
    expect([...all].sort()).toEqual(["errored", "failed", "passed", "skipped", "unproven"]);
  });

  it("holds no secret any more", () => {
    expect(newmanSecrets(json)).toEqual(["s3cr3t-token", "sesame street", "ada:sesame street"]);
    const text = JSON.stringify(read);
    for (const secret of [...newmanSecrets(json), btoa("ada:sesame street")]) expect(text).not.toContain(secret);
  });
});

describe("a mask that learns", () => {
  it("is shown every exchange before anything of it is masked", async () => {
    const json = await reportOf(collectionOf([item("login", "/ok?token=t0p", ['pm.test("ok", () => {});'])]), {
      environment: environmentOf(server.url),
    });
    const shown: unknown[] = [];
    const mask = { ...createMask([]), learn: (exchange: unknown) => shown.push(exchange) };
    newmanRun(json, { file: "report.json", mask });
    expect(shown).toMatchObject([
      { request: { url: `${server.url}/ok?token=t0p` }, response: { status: 200, body: '{"path":"/ok?token=t0p"}' } },
    ]);
  });
});

describe("what a report hides", () => {
  it("is the answer to a request after which a script sent another one", async () => {
    const sendRequest = 'pm.sendRequest(pm.environment.get("url") + "/missing", () => pm.test("was sent", () => {}));';
    const ok = 'pm.test("is found", () => pm.response.to.have.status(200));';
    const run = await report([item("main", "/main", [sendRequest, ok, sendRequest])]);
    expect(run.cases).toHaveLength(1);
    const [attempt] = run.cases[0]?.attempts ?? [];
    expect(attempt).toMatchObject({ status: "passed" });
    expect(attempt?.checks.map(({ title }) => title)).toEqual(["is found", "was sent", "was sent"]);
    expect(attempt).not.toHaveProperty("response");
    expect(attempt).not.toHaveProperty("request");
  });

  it("is not whose error it was, when a script sends to nowhere", async () => {
    const toNowhere = (expected: string) =>
      `pm.sendRequest("http://127.0.0.1:1/", (error) => pm.test("error", () => pm.expect(error)${expected}));`;
    const run = await report([
      item("sends to nowhere", "/main", [toNowhere(".to.exist")]),
      item("is refused itself", "", ['pm.sendRequest(pm.environment.get("url") + "/ok", () => {});'], {
        request: "http://127.0.0.1:1/x",
      }),
    ]);
    expect(outcomesOf(run)).toEqual(["passed  sends to nowhere", "errored  is refused itself"]);
    expect(run.cases[1]?.attempts[0]?.error).toEqual({
      code: "ECONNREFUSED",
      message: "connect ECONNREFUSED 127.0.0.1:1",
    });
  });

  it("is whose fault a broken connection was", async () => {
    const run = await report([item("gone", "/gone")]);
    expect(outcomesOf(run)).toEqual(["errored  gone"]);
    expect(run.cases[0]?.attempts[0]?.error).toEqual({ code: "ECONNRESET", message: "socket hang up" });
  });

  it("is which requests a folder was to run, so that only those are told of that ran", async () => {
    const passes = ['pm.test("ok", () => {});'];
    const items = [
      { name: "A", item: [item("a", "/a", passes), item("b", "/b", passes)] },
      { name: "B", item: [item("c", "/c", passes)] },
    ];
    const run = await report(items, { folder: ["B"] });
    expect(outcomesOf(run)).toEqual(["passed  B / c"]);
    expect(run.baseUrl).toBe(server.url);
  });
});

describe("a header that is switched off", () => {
  it("was not sent, and is not told of", async () => {
    const header = [true, false].map((disabled) => ({ key: disabled ? "X-Off" : "X-On", value: "1", disabled }));
    const run = await report([item("one", "", [], { request: { url: "{{url}}/ok", header } })]);
    const names = run.cases[0]?.attempts[0]?.request?.headers.map(({ name }) => name);
    expect(names).toContain("X-On");
    expect(names).not.toContain("X-Off");
  });
});

describe("items with one id", () => {
  it("are told apart by their places", async () => {
    const items = ["/ok", "/missing"].map((path, index) =>
      item(`n${index}`, path, ['pm.test("200", () => pm.response.to.have.status(200));'], { id: "same" }),
    );
    expect(outcomesOf(await report(items))).toEqual(["passed  n0", "failed  n1"]);
  });
});
