import { expect, test } from "vitest";
import { exitCode, exitCodeOf } from "../../src/result/exit-code.ts";
import type { CaseRun } from "../../src/result/model.ts";
import { judgedRun } from "./judged.ts";
import { answered, buildCase, buildRun, check, refused } from "./run-builder.ts";

const passed = buildCase("GET /books", "200");
const failed = buildCase("GET /books", "404", { attempts: [200] });
const errored = buildCase("GET /books", "304", { attempts: [refused()] });
const skipped = buildCase("POST /books", "201", { skipped: "read-only" });
const restsOn = (needed: CaseRun) => buildCase("GET /books/{id}", "200", { needs: [needed.id] });
const noId = buildCase("PUT /books", "201", {
  attempts: [answered("PUT /books", 201, { checks: [check("capture-id", false, { level: "warning" })] })],
});

test.each([
  { run: "all proven", cases: [passed], code: 0 },
  { run: "nothing to do", cases: [], code: 0 },
  { run: "a flaky case", cases: [buildCase("GET /books", "200", { attempts: [503, 200] })], code: 0 },
  { run: "an unproven code", cases: [passed, buildCase("GET /health", "503", { unproven: "add `when`" })], code: 0 },
  { run: "a skipped case and what rests on it", cases: [skipped, restsOn(skipped)], code: 0 },
  { run: "a failed check", cases: [passed, failed], code: 1 },
  { run: "a failed check and what rests on it", cases: [failed, restsOn(failed)], code: 1 },
  { run: "a case that proves nothing, though no check failed", cases: [noId, restsOn(noId)], code: 1 },
  { run: "an errored case", cases: [passed, errored], code: 3 },
  { run: "an errored case and a failed check", cases: [failed, errored], code: 3 },
])("$run: $code", ({ cases, code }) => {
  expect(exitCode(buildRun(cases))).toBe(code);
});

test("a run that broke is 3, whatever its cases say", () => {
  expect(exitCode(buildRun([passed], { broken: "the disk is full" }))).toBe(3);
});

test("an alert that failed is 1, and one of which nobody knows is nothing", () => {
  const held = (text: string) => exitCodeOf(judgedRun(buildRun([passed]), { alerts: [{ text }] }));
  expect([held("p95 < 1ms"), held("p95 < 1s"), held("p95 5xx < 1ms"), held("p95 < 2x last")]).toEqual([1, 0, 0, 0]);
});

test("a broken run stays 3, whatever it is held against", () => {
  expect(exitCodeOf(judgedRun(buildRun([errored]), { alerts: [{ text: "p95 < 1ms" }] }))).toBe(3);
});
