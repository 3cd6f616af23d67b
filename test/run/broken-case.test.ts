import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { exitCode } from "../../src/result/exit-code.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { listenForStrayErrors } from "../../src/run/station/stray-errors.ts";
import { runAgainst } from "../support/suite.ts";

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

const json: RequestListener = (_request, response) => {
  response.setHeader("Content-Type", "application/json").end('{"a":1}');
};

/** Listens in place of the test runner, to which such an error is a failed run. */
function onStrayError(listener: (error: unknown) => boolean): () => void {
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  const stop = listenForStrayErrors(listener);
  return () => {
    stop();
    for (const other of others) process.on("unhandledRejection", other);
  };
}

/** Runs endpoints with tests of their own, one after another, by their paths. */
async function runTests(baseUrl: string, tests: Readonly<Record<string, string | null>>) {
  const endpoints = Object.entries(tests).map(([path, text]) => [
    `GET ${path}`,
    text === null ? 200 : { expect: { 200: { tests: text } } },
  ]);
  const options = { timeoutRequestMs: 300, timeoutScriptMs: 500, onStrayError };
  const run = await runAgainst(
    baseUrl,
    JSON.stringify({ baseUrl: "http://127.0.0.1:1", profile: "minimal", endpoints: Object.fromEntries(endpoints) }),
    options,
  );
  const became = outcomes(run.cases);
  return { run, states: run.cases.map(({ id, path }) => `${path} ${became.get(id)}`) };
}

describe("an error that escapes from a script", () => {
  it("makes the case that ran errored, and the run goes on", async () => {
    const { run, states } = await runTests(await serve(json), {
      "/a": 'Promise.reject(new Error("boom"));',
      "/b": null,
    });
    expect(states).toEqual(["/a errored", "/b passed"]);
    expect(run.cases[0]?.attempts[0]?.error).toEqual({ code: "SCRIPT", message: "boom" });
    expect(exitCode(run)).toBe(3);
    expect(run.broken).toBeUndefined();
  });

  it("is one from a timer as well", async () => {
    const { run, states } = await runTests(await serve(json), {
      "/a": 'setTimeout(() => { throw new Error("late"); }, 5);',
      "/b": null,
    });
    expect(states).toEqual(["/a errored", "/b passed"]);
    expect(run.cases[0]?.attempts[0]?.error).toEqual({ code: "SCRIPT", message: "late" });
  });

  it("may have no message", async () => {
    const { run, states } = await runTests(await serve(json), { "/a": "Promise.reject(undefined);" });
    expect(states).toEqual(["/a errored"]);
    expect(run.cases[0]?.attempts[0]?.error?.code).toBe("SCRIPT");
  });
});

describe("a script that throws after the server has failed a check", () => {
  it("leaves the case failed, with its own error as one more check", async () => {
    const url = await serve((_request, response) => response.writeHead(500).end());
    const { run, states } = await runTests(url, { "/a": 'throw new Error("boom");' });
    expect(states).toEqual(["/a failed"]);
    const [attempt] = run.cases[0]?.attempts ?? [];
    expect(attempt?.error).toBeUndefined();
    const failed = attempt?.checks.filter(({ passed }) => !passed) ?? [];
    expect(failed.map(({ id }) => id)).toContain("status-expected");
    expect(failed.at(-1)).toEqual({
      id: "script",
      title: "the script ran to its end",
      level: "error",
      passed: false,
      message: "boom",
    });
  });
});

describe("a response that never ends", () => {
  it("is cut off, and says why the rest of its group was not sent", async () => {
    const url = await serve((request, response) => {
      if (request.method === "GET" && request.url === "/a") {
        const drip = setInterval(() => response.write("x"), 50);
        response.on("close", () => clearInterval(drip));
      } else json(request, response);
    });
    const text = JSON.stringify({
      baseUrl: "http://127.0.0.1:1",
      profile: "minimal",
      flows: { Slow: [{ "GET /a": 200 }, { "GET /b": 200 }] },
      endpoints: { "GET /c": 200 },
    });
    const run = await runAgainst(url, text, { timeoutRequestMs: 300, timeoutScriptMs: 300 });
    const errors = run.cases.map(({ group, path, attempts: [attempt] }) => `${group} ${path} ${attempt?.error?.code}`);
    expect(errors).toMatchInlineSnapshot(`
      [
        "c /c undefined",
        "Flows / Slow /a ETIMEDOUT",
        "Flows / Slow /b NOT_RUN",
      ]
    `);
    const notSent = run.cases.flatMap(({ attempts: [attempt] }) =>
      attempt?.error?.code === "NOT_RUN" ? [attempt.error.message] : [],
    );
    expect(notSent.length).toBeGreaterThan(0);
    for (const message of notSent) expect(message).toMatch(/^not sent: .* no end of the response within 1900 ms$/);
  });
});

describe("a timeout longer than a timer can be", () => {
  it("does not fire at once", async () => {
    const url = await serve((request, response) => setTimeout(() => json(request, response), 50));
    const text = JSON.stringify({ baseUrl: "http://127.0.0.1:1", profile: "minimal", endpoints: { "GET /a": 200 } });
    const run = await runAgainst(url, text, { timeoutRequestMs: 3e9, timeoutScriptMs: 3e9 });
    expect(run.cases.map(({ attempts }) => attempts[0]?.status)).toEqual(["passed"]);
  });
});
