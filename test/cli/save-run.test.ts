import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earlierResults, listRuns } from "../../src/cli/judge/history-folder.ts";
import { saveRun } from "../../src/cli/judge/save-run.ts";
import type { Run } from "../../src/result/model.ts";
import { resultOf } from "../../src/result/result-of.ts";
import { runOfDay } from "../result/judged.ts";
import { hostileText } from "../result/run-arbitrary.ts";
import { encodeRun } from "../support/encode-run.ts";

const root = mkdtempSync(join(tmpdir(), "newmanifest-save-"));
let folders = 0;

function fileOf(run: Run): string {
  const file = join(root, "run.ndjson");
  writeFileSync(file, encodeRun(run));
  return file;
}

function newFolder(): string {
  return join(root, `history-${folders++}`);
}

describe("a folder of earlier runs", () => {
  it("gets a whole copy, and a second one of a run that began at the same time", () => {
    const folder = newFolder();
    const runs = [runOfDay(1, { a: 200 }), runOfDay(1, { a: 500 })];
    for (const run of runs) saveRun(fileOf(run), folder, { keep: 9 });
    const names = [
      "2025-11-01T10-00-00.000Z_bookstore_local.ndjson",
      "2025-11-01T10-00-00.000Z_bookstore_local_2.ndjson",
    ];
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(names.map((name) => readFileSync(join(folder, name), "utf8"))).toEqual(runs.map(encodeRun));
  });

  it("has a run that was taken up again once", () => {
    const folder = newFolder();
    saveRun(fileOf(runOfDay(1, { a: 200 }, { broken: "it was stopped" })), folder, { keep: 9 });
    const whole = runOfDay(1, { a: 200, b: 200 });
    saveRun(fileOf(whole), folder, { keep: 9, isContinued: true });
    const [name = "", ...more] = readdirSync(folder);
    expect([more, readFileSync(join(folder, name), "utf8")]).toEqual([[], encodeRun(whole)]);
  });

  it("does not take the run itself for an earlier one, nor a later one", () => {
    const folder = newFolder();
    for (const day of [1, 2, 3, 4]) saveRun(fileOf(runOfDay(day, { a: 200 })), folder, { keep: 9 });
    const now = resultOf(runOfDay(3, { a: 200 }));
    const earlier = earlierResults(folder, now, { keep: 9, io: { stderr: () => {} } });
    expect([...earlier].map(({ startedAt }) => startedAt.slice(8, 10))).toEqual(["01", "02"]);
  });

  it("keeps the newest by when they began, whatever was written last", () => {
    const folder = newFolder();
    for (const day of [3, 1, 4, 2]) saveRun(fileOf(runOfDay(day, { a: 200 })), folder, { keep: 2 });
    expect(
      readdirSync(folder)
        .map((name) => name.slice(8, 10))
        .sort(),
    ).toEqual(["03", "04"]);
  });

  it("has names that every file system takes, and stays where it is, whatever a suite is called", () => {
    const folder = newFolder();
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.constantFrom("../../x", "/etc/passwd", "CON", ".", "a".repeat(999))),
        (suite) => {
          saveRun(fileOf(runOfDay(1, { a: 200 }, { suite, environment: suite })), folder, { keep: 1 });
          for (const name of readdirSync(folder))
            expect(name).toMatch(/^2025-11-01T10-00-00\.000Z[a-z0-9_-]{0,140}\.ndjson$/);
          expect(
            listRuns(folder, (name) => expect.fail(name)).some(({ header }) => header.suites[0]?.suite === suite),
          ).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
    expect(existsSync(join(root, "x"))).toBe(false);
  });
});
