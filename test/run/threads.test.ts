import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { runSuites } from "../../src/run/run-suites.ts";
import { startThreads, type Threads } from "../../src/run/station/threads.ts";
import { serveHttp, type TestServer } from "../support/http-server.ts";
import { notPassed, suiteAt } from "../support/suite.ts";

let server: TestServer;
let threads: Threads;

beforeAll(async () => {
  server = await serveHttp(({ path }) => [path.startsWith("/missing") ? 404 : 200]);
  threads = startThreads({ memoryMb: 96 });
});

afterAll(() => Promise.all([server.close(), threads.close()]));

async function run(endpoints: ReadonlyArray<string>, options = {}): Promise<Run> {
  const text = `baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n${endpoints.map((one) => `  ${one}`).join("\n")}\n`;
  const suites = [suiteAt(server.url, text)];
  return runSuites({ suites, environment: "default", openStation: threads.open, workers: 2, ...options });
}

const plain = (count: number) => Array.from({ length: count }, (_, n) => `GET /r${n}: 200`);
const withTests = (path: string, script: string) =>
  `GET ${path}: { expect: { 200: { tests: ${JSON.stringify(script)} } } }`;

describe("a run in threads", () => {
  it("comes to what a run in this thread comes to, in plan order", async () => {
    const result = await run([...plain(30), "GET /missing: 200"]);
    expect(result.cases.map(({ title }) => title)).toEqual(
      [...plain(30), "GET /missing: 200"].map((one) => one.replace(": ", " -> ")),
    );
    expect(notPassed(result)).toEqual(["failed  GET /missing -> 200"]);
  });

  it("loses no more than the case whose script fills the memory", async () => {
    const hog = "const hog = []; for (;;) hog.push(new Array(1e5).fill(hog.length));";
    const result = await run([...plain(12), withTests("/hog", hog), ...plain(24).slice(12)], { lanes: 6 });
    expect(result.cases).toHaveLength(25);
    expect(notPassed(result)).toEqual(["errored  GET /hog -> 200"]);
    const [error] = result.cases.flatMap(({ attempts }) => attempts.flatMap((one) => one.error ?? []));
    expect(error).toEqual({
      code: "WORKER_DIED",
      message: "its thread had no memory left",
      rule: "wire-run-hang-guard",
    });
  });

  it("finds the one that ends its thread without a word", async () => {
    const leave = "this.constructor.constructor('return process')().exit(0);";
    const result = await run([...plain(8), withTests("/leave", leave)], { lanes: 4 });
    // Whether a script can get at the process at all is the sandbox's to say.
    expect(notPassed(result).every((line) => line.endsWith("GET /leave -> 200"))).toBe(true);
    expect(result.cases).toHaveLength(9);
  });

  it("lays a rejected promise to the charge of the case whose script made it", async () => {
    const reject = "Promise.reject(new Error('nobody waits for it'));";
    const result = await run([...plain(6), withTests("/reject", reject)], { lanes: 2 });
    expect(notPassed(result)).toEqual(["errored  GET /reject -> 200"]);
  });

  it("cuts off a script that never ends", async () => {
    const suites = [
      suiteAt(
        server.url,
        `baseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n  ${withTests("/a", "for (;;);")}\n  GET /b: 200\n`,
        {
          timeoutScriptMs: 500,
          timeoutRequestMs: 1000,
        },
      ),
    ];
    const result = await runSuites({ suites, environment: "default", openStation: threads.open, workers: 2 });
    expect(notPassed(result)).toEqual(["errored  GET /a -> 200"]);
  });
});
