import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { encodeCase, encodeEnd, encodeHeader } from "../../src/result/ndjson.ts";
import { partsOfRun } from "../../src/result/part.ts";
import type { Result } from "../../src/result/result.ts";
import { resultOf, resultOfParts } from "../../src/result/result-of.ts";
import { runFileParts } from "../../src/result/run-file/run-file-parts.ts";
import { jsonOfResult } from "../report/draw.ts";
import { mixedRun } from "./metrics-runs.ts";
import { anyRun } from "./run-arbitrary.ts";
import { answered, buildCase, buildRun } from "./run-builder.ts";

const folder = mkdtempSync(join(tmpdir(), "merge-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

/** What is read of a run file of these lines. */
function fileParts(lines: ReadonlyArray<string>) {
  const name = join(folder, `${files++}.ndjson`);
  writeFileSync(name, lines.join(""));
  return runFileParts(name, ({ message }) => {
    throw new Error(message);
  });
}

/** A run in shards, a file each; a case is in the shard that `shardOf` says. */
function inShards(run: Run, of: number, shardOf: (index: number) => number) {
  const { cases, durationMs, broken, ...head } = run;
  return Array.from({ length: of }, (_, shard) => {
    const own = cases.map((one, seq) => ({ one, seq })).filter(({ seq }) => shardOf(seq) % of === shard);
    const header = encodeHeader({ ...head, planned: cases.length, shard: { index: shard + 1, of }, cases: own.length });
    // They end in any order.
    const lines = own.toReversed().map(({ one, seq }) => encodeCase(one, seq));
    return fileParts([header, ...lines, encodeEnd({ durationMs, ...(broken !== undefined && { broken }) })]);
  });
}

function merged(run: Run, of: number, shardOf: (index: number) => number): Result {
  const shards = inShards(run, of, shardOf);
  return resultOfParts(shards.flatMap(({ parts }) => parts));
}

describe("the shards of a run", () => {
  it("give what the whole run gives, case by case and metric by metric", () => {
    expect(JSON.parse(jsonOfResult(merged(mixedRun, 3, (at) => at)))).toEqual(jsonOf(mixedRun));
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 1, max: 4 }), fc.infiniteStream(fc.nat(3)), (run, of, stream) => {
        const shardOf = run.cases.map(() => stream.next().value ?? 0);
        expect(JSON.parse(jsonOfResult(merged(run, of, (at) => shardOf[at] ?? 0)))).toEqual(jsonOf(run));
      }),
      { numRuns: 60 },
    );
  });

  it("break the result where one is missing, by its name, unless that is allowed", () => {
    const [first, , third] = inShards(mixedRun, 3, (at) => at);
    const parts = [...(first?.parts ?? []), ...(third?.parts ?? [])];
    expect(resultOfParts(parts).broken).toEqual(["shard 2/3 is missing"]);
    const partial = resultOfParts(parts, { isPartial: true });
    expect(partial.broken).toEqual([]);
    expect(partial.suites[0]?.missingShards).toEqual(["2/3"]);
  });

  it("do not fit together where they were cut differently", () => {
    const [first] = inShards(mixedRun, 2, (at) => at);
    const [, second] = inShards(mixedRun, 2, (at) => at + 1);
    expect(resultOfParts([...(first?.parts ?? []), ...(second?.parts ?? [])]).broken).toEqual([
      "the shards have 6 of 12 cases: give each of them the same --durations",
    ]);
  });

  it("do not fit together either where as many clean-ups came on top", () => {
    const cases = ["/a", "/b", "/c", "/d"].map((path) => buildCase(`GET ${path}`, "200"));
    const cleanUps = ["/e", "/f"].map((path) =>
      buildCase(`DELETE ${path}`, "204", { origin: "support", isOptional: true }),
    );
    const shards = [cases.slice(0, 2), cleanUps].map((own, at) =>
      buildRun(own, { planned: 4, shard: { index: at + 1, of: 2 } }),
    );
    expect(resultOfParts(shards.flatMap(partsOfRun)).broken).toEqual([
      "the shards have 2 of 4 cases: give each of them the same --durations",
    ]);
  });

  it("are counted, and not all named, where a file says that there are very many", () => {
    const runs = [2, 7, 900].map((index) => buildRun([], { shard: { index, of: 1_000_000_000 } }));
    const missing = resultOfParts(runs.flatMap(partsOfRun)).suites[0]?.missingShards ?? [];
    expect([missing.length, missing[0], missing.at(-1)]).toEqual([
      50,
      "1/1000000000",
      "52/1000000000 (and 999999947 more)",
    ]);
    expect(resultOf(buildRun([], { shard: { index: 9, of: 2 } })).suites[0]?.missingShards).toEqual(["1/2", "2/2"]);
  });

  it("may be empty", () => {
    expect(merged(mixedRun, 3, (at) => at % 2).broken).toEqual([]);
  });
});

describe("several runs of a suite", () => {
  const at = (minute: number, status: number, changes: Partial<Run> = {}) =>
    buildRun([buildCase("GET /books", "200", { attempts: [status] }), buildCase("GET /a", "200")], {
      startedAt: `2025-11-22T10:0${minute}:00.000Z`,
      ...changes,
    });

  it("count by the later one of a case, in whatever order they are given", () => {
    const rerun = { ...at(2, 200), cases: at(2, 200).cases.slice(0, 1) };
    for (const runs of [
      [at(1, 500), rerun],
      [rerun, at(1, 500)],
    ]) {
      const { suites } = resultOfParts(runs.flatMap(partsOfRun));
      expect(suites.map(({ summary }) => [summary.cases, summary.passed])).toEqual([[2, 2]]);
      expect(suites[0]?.outline.map(({ id }) => id)).toEqual(["GET /books > 200", "GET /a > 200"]);
    }
  });

  it("forget how a run ended of which nothing is left", () => {
    const killed = at(1, 500, { broken: "it was killed" });
    expect(resultOfParts([killed, at(2, 200)].flatMap(partsOfRun)).broken).toEqual([]);
    const rest = { ...at(2, 200), cases: at(2, 200).cases.slice(0, 1) };
    expect(resultOfParts([killed, rest].flatMap(partsOfRun)).broken).toEqual(["it was killed"]);
  });

  it("remember how one ended whose cases were sent again, and not those that it never came to", () => {
    const killed = at(1, 500, { broken: "it was killed" });
    const some = at(2, 200, { isPartial: true });
    expect(resultOfParts([killed, some].flatMap(partsOfRun)).broken).toEqual(["it was killed"]);
    const shard = { index: 1, of: 2 };
    const other = at(2, 200, { shard: { index: 2, of: 2 } });
    expect(resultOfParts([{ ...killed, shard }, other].flatMap(partsOfRun)).broken).toEqual(["it was killed"]);
    const same = at(2, 200, { shard });
    expect(resultOfParts([{ ...killed, shard }, same, other].flatMap(partsOfRun)).broken).toEqual([]);
  });

  it("forget one that was killed before its first case, and made again", () => {
    const killed = { ...at(1, 200, { broken: "the run file has 0 of 2 cases" }), cases: [] };
    expect(resultOfParts([killed, at(2, 200)].flatMap(partsOfRun)).broken).toEqual([]);
  });

  it("stand side by side where the suite or the environment is another", () => {
    const runs = [at(1, 500), at(2, 200, { environment: "staging" }), at(3, 200, { suite: "Shop" })];
    const { suites, summary, environments } = resultOfParts(runs.flatMap(partsOfRun));
    expect(suites.map(({ suite, environment, summary: { failed } }) => [suite, environment, failed])).toEqual([
      ["Bookstore", "local", 1],
      ["Bookstore", "staging", 0],
      ["Shop", "local", 0],
    ]);
    expect([summary.cases, summary.failed]).toEqual([6, 1]);
    const rates = environments.map(({ environment, metrics }) => [environment, metrics["met-success-rate"]?.of]);
    expect(rates).toEqual([
      ["local", 4],
      ["staging", 2],
    ]);
  });

  it("stand side by side as well where they ran together", () => {
    const both = buildRun(
      [
        { ...buildCase("GET /a", "200"), id: "A: x", suite: "A" },
        { ...buildCase("GET /a", "404", { attempts: [500] }), id: "B: x", suite: "B" },
      ],
      { suite: "A, B", suites: ["A", "B"].map((suite) => ({ suite, environment: "local", baseUrl: "" })) },
    );
    const { suites } = resultOf(both);
    expect(suites.map(({ suite, matrix }) => [suite, matrix.map(({ code, state }) => `${code} ${state}`)])).toEqual([
      ["A", ["200 proven"]],
      ["B", ["404 failed"]],
    ]);
  });
});

it("percentiles of merged shards are within 1 % of the exact ones, and exact below two seconds", () => {
  const times = fc.array(fc.oneof(fc.nat(2000), fc.nat(120_000)), { minLength: 1, maxLength: 700, size: "max" });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 5 }), (all, of) => {
      const cases = all.map((timeMs, index) => ({
        ...buildCase("GET /a", "200", { attempts: [answered("GET /a", 200, { timeMs })] }),
        id: `${index}`,
      }));
      const found = merged(buildRun(cases), of, (index) => index).metrics["met-latency-by-status"]?.codes[0];
      const sorted = all.toSorted((a, b) => a - b);
      for (const [percent, value] of [
        [50, found?.p50],
        [90, found?.p90],
        [95, found?.p95],
        [99, found?.p99],
      ] as const) {
        const exact = sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0;
        expect(Math.abs((value ?? Number.NaN) - exact)).toBeLessThanOrEqual(exact < 2048 ? 0 : exact / 100);
      }
      expect([found?.min, found?.max]).toEqual([sorted[0], sorted.at(-1)]);
    }),
    { numRuns: 40 },
  );
});

/** The JSON report of a run, less what shards cannot know. */
function jsonOf(run: Run) {
  return JSON.parse(jsonOfResult(resultOf(run)));
}
