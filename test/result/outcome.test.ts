import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blames } from "../../src/result/blame.ts";
import type { CaseRun } from "../../src/result/model.ts";
import { isThrottled, outcomes } from "../../src/result/outcome.ts";
import { anyRun } from "./run-arbitrary.ts";
import { answered, buildCase, type CaseChanges, check, refused } from "./run-builder.ts";

const get = "GET /books";

describe("a case that needs no other", () => {
  const withoutResponse = { ...answered(get, 200), status: "failed" as const };
  const wrongLocation = answered(get, 200, { checks: [check("201-location-present", false)] });
  const stillLimited = answered(get, 429, { expected: "200", checks: [check("429-clears-after-window", false)] });
  const warned = answered(get, 200, { checks: [check("4xx-body-explains", false, { level: "warning" })] });
  const table: ReadonlyArray<readonly [string, CaseChanges, string]> = [
    ["answered as expected", {}, "passed"],
    ["with another code", { attempts: [500] }, "failed"],
    ["slowed down by a limit that nobody asked about", { attempts: [429] }, "inconclusive"],
    ["still slowed down when the limit is over", { attempts: [stillLimited] }, "failed"],
    ["with a failed assertion that is not the status", { attempts: [wrongLocation] }, "failed"],
    ["with a warning", { attempts: [warned] }, "passed"],
    ["whose attempt failed without a check that says so", { attempts: [withoutResponse] }, "failed"],
    ["passed after a refused connection", { attempts: [refused(), 200] }, "flaky"],
    ["passed after a 503", { attempts: [503, 200] }, "flaky"],
    ["passed twice", { attempts: [200, 200] }, "passed"],
    ["failed after it passed", { attempts: [200, 500] }, "failed"],
    ["errored after it passed", { attempts: [200, refused()] }, "errored"],
    ["refused", { attempts: [refused()] }, "errored"],
    ["that never reported", { attempts: [] }, "errored"],
    ["that nothing provokes", { unproven: "add `when`" }, "unproven"],
    ["left out on purpose", { skipped: "read-only" }, "skipped"],
    ["skipped by the plan and sent all the same", { skipped: "read-only", attempts: [200] }, "passed"],
  ];
  test.each(table)("%s", (_, changes, outcome) => {
    const one = buildCase(get, "200", changes);
    expect(outcomes([one]).get(one.id)).toBe(outcome);
  });
});

describe("a case that needs another", () => {
  const capture = (passed: boolean) => answered(get, 201, { checks: [check("capture-id", passed)] });
  const noLocation = answered(get, 201, { checks: [check("201-location-present", false)] });
  const unchecked = { ...answered(get, 201), checks: [] };
  const table: ReadonlyArray<readonly [string, CaseChanges, string]> = [
    ["that passed", {}, "passed"],
    ["that captured its id", { attempts: [capture(true)] }, "passed"],
    ["that was accepted and lacks a Location", { attempts: [noLocation] }, "passed"],
    ["that passed on the second attempt", { attempts: [refused(), 201] }, "passed"],
    ["that gave another code", { attempts: [500] }, "inconclusive"],
    ["that has no id to capture", { attempts: [capture(false)] }, "inconclusive"],
    ["whose status was not checked", { attempts: [unchecked] }, "inconclusive"],
    ["that errored", { attempts: [refused()] }, "inconclusive"],
    ["that errored on its last attempt", { attempts: [201, refused()] }, "inconclusive"],
    ["that never reported", { attempts: [] }, "inconclusive"],
    ["that was skipped", { skipped: "read-only" }, "inconclusive"],
    ["that is unproven", { unproven: "add `when`" }, "inconclusive"],
    ["for support, that failed", { origin: "support", attempts: [500] }, "inconclusive"],
  ];
  test.each(table)("%s", (_, changes, outcome) => {
    const needed = buildCase("POST /books", "201", changes);
    const one = buildCase(get, "200", { needs: [needed.id] });
    const failing = buildCase(get, "404", { needs: [needed.id], attempts: [200] });
    const became = outcomes([needed, one, failing]);
    expect(became.get(one.id)).toBe(outcome);
    expect(became.get(failing.id)).toBe(outcome === "passed" ? "failed" : outcome);
  });

  test("that is not in the run", () => {
    const one = buildCase(get, "200", { needs: ["gone"] });
    expect(outcomes([one]).get(one.id)).toBe("inconclusive");
    expect(blames([one]).get(one.id)).toBe("gone");
  });

  test("stays errored, skipped or unproven whatever became of the other", () => {
    const needed = buildCase("POST /books", "201", { attempts: [500] });
    const needs = [needed.id];
    const errored = buildCase(get, "200", { needs, attempts: [refused()] });
    const skipped = buildCase(get, "304", { needs, skipped: "read-only" });
    const unproven = buildCase(get, "503", { needs, unproven: "add `when`" });
    expect([...outcomes([needed, errored, skipped, unproven]).values()]).toEqual([
      "failed",
      "errored",
      "skipped",
      "unproven",
    ]);
  });
});

describe("the case to blame", () => {
  const chain = (...attempts: ReadonlyArray<number>) =>
    attempts.map((code, index) =>
      buildCase(`GET /${index}`, "200", { attempts: [code], needs: index === 0 ? [] : [`GET /${index - 1} > 200`] }),
    );

  test("is the root of the chain, not its middle", () => {
    const cases = chain(500, 404, 200, 200);
    expect([...outcomes(cases).values()]).toEqual(["failed", "inconclusive", "inconclusive", "inconclusive"]);
    expect([...new Set(blames(cases).values())]).toEqual(["GET /0 > 200"]);
  });

  test("is the middle where the beginning is well", () => {
    const cases = chain(200, 500, 200);
    expect([...outcomes(cases).values()]).toEqual(["passed", "failed", "inconclusive"]);
    expect([...blames(cases)]).toEqual([["GET /2 > 200", "GET /1 > 200"]]);
  });

  test("does not depend on the order of the cases", () => {
    const cases = chain(500, 404, 200).toReversed();
    expect([...outcomes(cases).values()]).toEqual(["inconclusive", "inconclusive", "failed"]);
  });

  test("is found in a chain of 20,000 cases", () => {
    const cases = chain(500, ...Array.from({ length: 20_000 }, () => 200));
    expect(blames(cases).size).toBe(20_000);
  });
});

describe("a circle of needs", () => {
  const circle = (codes: ReadonlyArray<number>): ReadonlyArray<CaseRun> =>
    codes.map((code, index) =>
      buildCase(`GET /${index}`, "200", { attempts: [code], needs: [`GET /${(index + 1) % codes.length} > 200`] }),
    );

  test.each([
    { codes: [200, 200, 200], became: ["passed", "passed", "passed"] },
    { codes: [200, 500, 200], became: ["inconclusive", "failed", "inconclusive"] },
    // One failure must stay in sight, or nothing would be red.
    { codes: [500, 500], became: ["failed", "inconclusive"] },
    { codes: [500], became: ["failed"] },
  ])("of $codes", ({ codes, became }) => {
    expect([...outcomes(circle(codes)).values()]).toEqual(became);
  });
});

test("whatever the run, each case has one outcome, and what is inconclusive has another case to blame that is not", () => {
  fc.assert(
    fc.property(anyRun, ({ cases }) => {
      const became = outcomes(cases);
      const blamed = blames(cases);
      expect([...became.keys()]).toEqual(cases.map(({ id }) => id));
      for (const [id, outcome] of became) {
        if (outcome !== "inconclusive") continue;
        expect(blamed.get(id)).not.toBe(id);
        const root = cases.find((one) => one.id === blamed.get(id));
        // What was answered 429 by our own haste proves nothing itself, whoever rests on it.
        if (root && isThrottled(root)) continue;
        expect(became.get(blamed.get(id) ?? "")).not.toBe("inconclusive");
      }
    }),
  );
});
