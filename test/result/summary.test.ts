import fc from "fast-check";
import { expect, test } from "vitest";
import { summarize } from "../../src/result/summary.ts";
import { anyRun } from "./run-arbitrary.ts";
import { answered, buildCase, buildRun, check, refused } from "./run-builder.ts";

test("counts cases by outcome, every request, and the checks of the last attempts", () => {
  const create = buildCase("POST /books", "201", { attempts: [500] });
  const warned = answered("GET /books", 404, {
    checks: [check("4xx-body-explains", false, { level: "warning" }), check("204-no-body", true, { level: "warning" })],
  });
  const run = buildRun([
    create,
    buildCase("GET /books", "200", { needs: [create.id] }),
    buildCase("GET /books", "404", { attempts: [warned] }),
    buildCase("GET /books", "304", { attempts: [503, 304] }),
    buildCase("PUT /books", "200", { attempts: [refused()] }),
    buildCase("DELETE /books", "204", { attempts: [{ status: "errored", durationMs: 1, checks: [] }] }),
    buildCase("GET /health", "503", { unproven: "add `when`" }),
    buildCase("PATCH /books", "200", { skipped: "read-only" }),
  ]);
  expect(summarize(run)).toEqual({
    cases: 8,
    passed: 1,
    failed: 1,
    flaky: 1,
    errored: 2,
    inconclusive: 1,
    skipped: 1,
    unproven: 1,
    // The DELETE broke before it was sent.
    requests: 6,
    checks: { passed: 3, failed: 1, warned: 1 },
  });
});

test("the outcomes of any run add up to its cases", () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const { cases, passed, failed, flaky, errored, inconclusive, skipped, unproven } = summarize(run);
      expect(passed + failed + flaky + errored + inconclusive + skipped + unproven).toBe(cases);
      expect(cases).toBe(run.cases.length);
    }),
  );
});
