import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run } from "../../src/result/model.ts";
import { judgedRun, onlySuite, runOfDay } from "./judged.ts";
import { buildCase, buildRun, refused } from "./run-builder.ts";

function suiteAfter(run: Run, earlier: ReadonlyArray<Run>) {
  return onlySuite(judgedRun(run, { earlier }));
}

/** `a` -> what has changed of `GET /a`. */
function changesAfter(run: Run, ...earlier: ReadonlyArray<Run>): Record<string, string> {
  const { history } = suiteAfter(run, earlier);
  return Object.fromEntries([...(history?.changes ?? [])].map(([id, change]) => [id.slice(5, 6), change]));
}

describe("what has changed", () => {
  it("is what fails for the first time, still fails, or does not any more", () => {
    const before = runOfDay(1, { a: 200, b: 500, c: 500, d: 200 });
    expect(changesAfter(runOfDay(2, { a: 500, b: 500, c: 200, d: 200 }), before)).toEqual({
      a: "new",
      b: "still failing",
      c: "fixed",
    });
  });

  it("is nothing where there was no run before", () => {
    expect(suiteAfter(runOfDay(2, { a: 500 }), []).history).toBeUndefined();
  });

  it("is against the last run that sent the case: neither a shard nor a partial run mends anything", () => {
    const whole = runOfDay(1, { a: 500, b: 500 });
    const part = runOfDay(2, { b: 500 });
    const stopped = runOfDay(3, { a: 0, b: 0 });
    expect(changesAfter(runOfDay(4, { a: 500, b: 200 }), whole, part, stopped)).toEqual({
      a: "still failing",
      b: "fixed",
    });
    expect(changesAfter(runOfDay(4, { a: 0 }), whole)).toEqual({});
    const down = buildRun([buildCase("GET /a", "200", { attempts: [refused()] })]);
    expect(changesAfter(down, whole)).toEqual({});
    expect(changesAfter(runOfDay(4, { a: 500 }), whole, down)).toEqual({ a: "still failing" });
  });

  it("counts a case that is new and fails as new, and stands at the case", () => {
    const suite = suiteAfter(runOfDay(2, { a: 200, z: 500 }), [runOfDay(1, { a: 200 })]);
    expect([...suite.cases].map(({ id, change }) => [id, change])).toEqual([
      ["GET /a > 200", undefined],
      ["GET /z > 200", "new"],
    ]);
    expect(suite.outline.map(({ change }) => change)).toEqual([undefined, "new"]);
    expect([...suite.wholeCases(["GET /z > 200"])].map(({ change }) => change)).toEqual(["new"]);
  });

  it("finds a case again that ran in other company", () => {
    const head = { suite: "Bookstore", environment: "local", baseUrl: "http://localhost" };
    const named = {
      ...buildCase("GET /a", "200", { suite: "Bookstore", attempts: [500] }),
      id: "Bookstore: GET /a > 200",
    };
    const among = buildRun([named], { suite: "Bookstore, Shop", suites: [head, { ...head, suite: "Shop" }] });
    expect(changesAfter(runOfDay(2, { a: 500 }), among)).toEqual({ a: "still failing" });
  });

  it("is never that a case is fixed which was not sent, whatever the runs", () => {
    const codes = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom(0, 200, 500), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(codes, fc.array(codes, { maxLength: 5 }), (now, before) => {
        const found = changesAfter(runOfDay(9, now), ...before.map((each, index) => runOfDay(index + 1, each)));
        for (const name of ["a", "b", "c", "d"]) {
          const last = before.findLast((each) => (each[name] ?? 0) !== 0)?.[name];
          const isRed = last === 500;
          const changes = new Map([
            [200, isRed ? "fixed" : undefined],
            [500, isRed ? "still failing" : "new"],
          ]);
          const is = changes.get(now[name] ?? 0);
          expect(found[name]).toBe(before.length === 0 ? undefined : is);
        }
      }),
    );
  });
});

describe("a case that comes and goes", () => {
  const runs = (codes: ReadonlyArray<number>) => codes.map((code, index) => runOfDay(index + 1, { a: code }));
  const flakyAfter = (codes: ReadonlyArray<number>) => {
    const [now = 0, ...before] = codes.toReversed();
    const { history } = suiteAfter(runOfDay(20, { a: now }), runs(before.toReversed()));
    return history?.flaky.map(({ count, of }) => [count, of]);
  };

  it.each([
    { codes: [200, 200, 200], flaky: [] },
    { codes: [200, 500, 500], flaky: [] },
    { codes: [200, 500, 500, 200], flaky: [] },
    { codes: [500, 200, 500], flaky: [[2, 3]] },
    { codes: [200, 500, 200, 500, 500, 200], flaky: [[3, 6]] },
    { codes: [200, 500, 0, 500, 200, 0, 500], flaky: [[3, 5]] },
  ])("$codes: $flaky", ({ codes, flaky }) => {
    expect(flakyAfter(codes)).toEqual(flaky);
  });

  it("is also one that passed when it was run again; the shakiest comes first", () => {
    const again = (day: number, endpoint: string) =>
      buildRun(
        [
          buildCase("GET /a", "200", { attempts: endpoint === "a" ? [503, 200] : [200] }),
          buildCase("GET /b", "200", { attempts: [503, 200] }),
        ],
        { startedAt: `2025-11-0${day}T10:00:00.000Z` },
      );
    const { history } = suiteAfter(again(3, "b"), [again(1, "a"), again(2, "b")]);
    expect(history?.flaky.map(({ title, count, of }) => `${title} ${count}/${of}`)).toEqual([
      "GET /b -> 200 3/3",
      "GET /a -> 200 1/3",
    ]);
  });
});

describe("the trend", () => {
  const rate = (day: number, failed: number) => {
    const codes = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`a${index}`, index < failed ? 404 : 200]),
    );
    return runOfDay(day, codes);
  };

  it("has the values of the runs before, oldest first", () => {
    const { history } = suiteAfter(rate(3, 2), [rate(1, 0), rate(2, 1)]);
    expect(history?.runs.map(({ startedAt, summary, values }) => [startedAt, summary.failed, values])).toEqual([
      [
        "2025-11-01T10:00:00.000Z",
        0,
        { successRate: 1, asExpected: 1, "4xx": 0, "5xx": 0, "429": 0, p50: 12, p95: 12 },
      ],
      [
        "2025-11-02T10:00:00.000Z",
        1,
        { successRate: 0.98, asExpected: 0.98, "4xx": 0.02, "5xx": 0, "429": 0, p50: 12, p95: 12 },
      ],
    ]);
  });

  it.each([
    { before: [0, 0, 0], now: 1, of: 3 },
    { before: [0, 0, 0], now: 0, of: undefined },
    { before: [0, 0], now: 9, of: undefined },
    { before: [1, 1, 9, 9, 1], now: 2, of: 5 },
    { before: [2, 2, 2], now: 2, of: undefined },
    { before: [9, 9, 9], now: 1, of: undefined },
  ])("declines by two points against the median of three at least: $before, $now", ({ before, now, of }) => {
    const { history } = suiteAfter(
      rate(20, now),
      before.map((failed, index) => rate(index + 1, failed)),
    );
    expect(history?.decline?.of).toBe(of);
  });
});
