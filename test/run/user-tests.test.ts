import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcomes } from "../../src/result/outcome.ts";
import { startLibrary } from "../servers/library.ts";
import { runAgainst } from "../support/suite.ts";

let server: Awaited<ReturnType<typeof startLibrary>>;

beforeAll(async () => {
  server = await startLibrary({ isOpen: true });
});

afterAll(() => server.close());

/** The one case of an endpoint whose manifest has tests of its own. */
async function runWithTests(tests: string) {
  const text = JSON.stringify({
    baseUrl: "http://localhost:1",
    endpoints: { "GET /books": { expect: { 200: { tests } } } },
  });
  const run = await runAgainst(server.url, text, { timeoutScriptMs: 1000, timeoutRequestMs: 1000 });
  const [one] = run.cases;
  if (one === undefined) throw new Error("no case");
  return { outcome: outcomes(run.cases).get(one.id), attempt: one.attempts[0] };
}

describe("the manifest's own tests", () => {
  it("count beside the generated checks", async () => {
    const { outcome, attempt } = await runWithTests(
      'pm.test("a list", () => pm.expect(pm.response.json()).to.be.an("array"));',
    );
    expect(outcome).toBe("passed");
    expect(attempt?.checks.at(-1)).toEqual({ id: "tests a list", title: "a list", level: "error", passed: true });
  });

  it("fail the case when they fail", async () => {
    const { outcome, attempt } = await runWithTests('pm.test("never", () => pm.expect(1).to.equal(2));');
    expect(outcome).toBe("failed");
    expect(attempt?.checks.at(-1)?.message).toBe("expected 1 to equal 2");
  });

  it("make the case errored when they throw outside of a test", async () => {
    const { outcome, attempt } = await runWithTests('throw new Error("boom");');
    expect(outcome).toBe("errored");
    expect(attempt?.error).toEqual({ code: "SCRIPT", message: "boom" });
  });

  it("make the case errored when they never end", async () => {
    const { outcome, attempt } = await runWithTests("while (true) {}");
    expect(outcome).toBe("errored");
    expect(attempt?.error?.message).toMatch(/timeout|timed out/);
  });
});

describe("a check that never reported", () => {
  it("makes its case errored, not green", async () => {
    const { attemptOf } = await import("../../src/run/attempt.ts");
    const { judgedOf } = await import("../../src/run/dispatch/run-jobs.ts");
    const { createMask } = await import("../../src/result/redact/mask.ts");
    const { casesOf, manifestOf } = await import("../support/suite.ts");
    const { expandPlan } = await import("../../src/plan/expand.ts");
    const [one] = casesOf(expandPlan(manifestOf("baseUrl: http://localhost:1\nendpoints: { GET /a: 200 }")));
    if (one === undefined) throw new Error("no case");
    const assertions = one.checks.slice(0, -1).map(({ title }) => ({ name: title, state: "passed" as const }));
    const response = { status: 200, headers: [], timeMs: 1, sizeBytes: 0, body: "" };
    const execution = { key: "x", durationMs: 1, response, assertions, warnings: [] };
    expect(
      attemptOf(judgedOf(one, "x"), execution, { mask: createMask([]), every: [], keptBody: 64_000 }),
    ).toMatchObject({
      status: "errored",
      error: { code: "NO_REPORT", message: `the check "${one.checks.at(-1)?.title}" never reported` },
    });
  });
});
