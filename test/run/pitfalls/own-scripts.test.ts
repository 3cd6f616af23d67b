import { describe, expect, it } from "vitest";
import { exitCode } from "../../../src/result/exit-code.ts";
import { summarize } from "../../../src/result/summary.ts";
import { notPassed } from "../../support/suite.ts";
import { mistakes, send, states, tryOut, yes } from "./try-out.ts";

/** Two requests one after the other, the first of them with tests of the manifest's own. */
function flowWith(tests: string): object {
  return { flows: { Two: [{ "GET /a": { expect: { 200: { tests } } } }, { "GET /b": 200 }] } };
}

async function runWith(tests: string) {
  const { run, seen } = await tryOut(flowWith(tests));
  return { run, seen, first: run.cases[0]?.attempts.at(-1) };
}

describe("a test that does not end at once", () => {
  it.each([
    ["rejects after an await", "async () => { await null; pm.expect(1).to.equal(2); }"],
    [
      "rejects after a while",
      "async () => { await new Promise((go) => setTimeout(go, 20)); pm.expect(1).to.equal(2); }",
    ],
    ["never ends", "async () => { await new Promise(() => {}); }"],
    ["returns a promise", '() => Promise.reject(new Error("no"))'],
  ])("is no pass where it %s", async (_what, text) => {
    const { run, first } = await runWith(`const later = ${text};\npm.test("later", later);`);
    expect(states(run)).toEqual(["errored 1 GET /a -> 200", "inconclusive 2 GET /b -> 200"]);
    expect(first?.error?.message).toMatch(/^the test "later" is asynchronous/);
    expect(exitCode(run)).toBe(3);
  });

  it.each([
    ["never calls back", "function (done) {}"],
    ["calls back with an error", 'function (done) { setTimeout(() => done(new Error("no")), 20); }'],
  ])("is not lost where it %s", async (_what, text) => {
    const { run, first } = await runWith(`const later = ${text};\npm.test("later", later);`);
    expect(first?.error?.message).toMatch(/^the test "later" waits for a callback/);
    expect(exitCode(run)).toBe(3);
  });

  it("is no pass where it has no function", async () => {
    const { first } = await runWith('pm.test("nothing");');
    expect(first?.error?.message).toBe('the test "nothing" has no function');
  });

  it.each(["async () => {}", "async function () {}", "(done) => {}", "done => {}", "function (done) {}"])(
    "is refused where it is written in place: %s",
    (text) => {
      expect(mistakes(flowWith(`pm.test("later", ${text});`))).toEqual(["async-test"]);
    },
  );

  it("may be what a callback of another request says", async () => {
    const url = "pm.request.url.toString().replace('/a', '/c')";
    const { run, first } = await runWith(
      `pm.sendRequest(${url}, (_error, answer) => pm.test("later", () => pm.expect(answer.code).to.equal(201)));`,
    );
    expect(first?.checks.at(-1)).toMatchObject({ title: "later", passed: false });
    expect(exitCode(run)).toBe(1);
  });
});

describe("a script of the manifest's own", () => {
  it("that throws loses its later tests, and proves nothing", async () => {
    const { run, first } = await runWith(
      'pm.test("before", () => {});\nundefined.field;\npm.test("after", () => pm.expect(1).to.equal(2));',
    );
    expect(states(run)).toEqual(["errored 1 GET /a -> 200", "inconclusive 2 GET /b -> 200"]);
    expect(first).toMatchObject({ checks: [], error: { code: "SCRIPT" } });
  });

  it.each(['"no such name"', "null", '"2 GET /b -> 200"'])("that goes on at %s hides no case", async (next) => {
    const { run } = await tryOut({
      flows: {
        Three: [
          { "GET /a": { expect: { 200: { tests: `pm.execution.setNextRequest(${next});` } } } },
          { "GET /c": 200 },
          { "GET /b": 200 },
        ],
      },
    });
    expect(states(run)).toContain("errored 2 GET /c -> 200");
    expect(exitCode(run)).toBe(3);
  });

  it("that ends its own group leaves the others alone", async () => {
    const tests = "pm.execution.setNextRequest(null);";
    // Short ones, and many: a runner may put them together.
    const others = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`GET /other${n}`, 200]));
    const endpoints = { "GET /a": { expect: { 200: { tests } } }, ...others };
    const { run } = await tryOut({ endpoints }, undefined, { lanes: 1 });
    expect(run.cases).toHaveLength(7);
    expect(notPassed(run)).toEqual([]);
  });

  it("that is no JavaScript, or awaits at its top, is refused", () => {
    expect(mistakes(flowWith("await null;"))).toEqual(["bad-script"]);
    expect(mistakes(flowWith('pm.test("a", () => {'))).toEqual(["bad-script"]);
  });

  it("has both of two tests counted that have the same name, also that of a check", async () => {
    const { run, first } = await runWith(
      'pm.test("twice", () => pm.expect(1).to.equal(2)); pm.test("twice", () => {}); pm.test("status is 200 OK", () => {});',
    );
    const titles = first?.checks.filter(({ title }) => /^(twice|status is 200 OK)$/.test(title));
    expect(titles?.map(({ title, passed }) => `${title} ${passed}`)).toEqual([
      "status is 200 OK true",
      "twice false",
      "twice true",
      "status is 200 OK true",
    ]);
    expect(states(run)[0]).toBe("failed 1 GET /a -> 200");
  });

  it("has a test that fails counted once", async () => {
    const { run } = await runWith('pm.test("never", () => pm.expect(1).to.equal(2));');
    expect(summarize(run)).toMatchObject({ cases: 2, failed: 1, passed: 1, checks: { failed: 1 } });
    expect(exitCode(run)).toBe(1);
  });

  it("that sends a request of its own puts no other answer in the place of the case's", async () => {
    const tests = 'pm.sendRequest(pm.request.url.toString().replace("/a", "/broken"), () => {});';
    const { run, seen } = await tryOut(
      { endpoints: { "GET /a": { expect: { 200: { tests } } } } },
      (response, request) => {
        if (request.url === "/broken") send(response, 500);
        else yes(response, request);
      },
    );
    expect(seen.map(({ url }) => url)).toEqual(["/a", "/broken"]);
    expect(run.cases.map(({ attempts }) => attempts.map(({ response }) => response?.status))).toEqual([[200]]);
    expect(run.cases[0]?.attempts[0]?.request?.url).toMatch(/\/a$/);
    expect(states(run)).toEqual(["passed GET /a -> 200"]);
  });
});
