import { describe, expect, test } from "vitest";
import type { CaseRun } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { answered, buildCase, check } from "./run-builder.ts";

const item = "/books/{id}";

/** A case whose only check is that the first one is still there. */
function reread(isThere: boolean, changes: Partial<CaseRun> = {}): CaseRun {
  const checks = [check("delete-takes-one", isThere)];
  const status = isThere ? ("passed" as const) : ("failed" as const);
  const attempt = { ...answered(`GET ${item}`, isThere ? 200 : 404), status, checks };
  return buildCase(`GET ${item}`, "200", { about: "still there", attempts: [attempt], needs: [others], ...changes });
}

const others = `DELETE ${item} > 2xx others`;

/** Create, deletion of the others, read of the first one, its DELETE, and a negative of that. */
function endOf(found: CaseRun, code: number): ReadonlyArray<CaseRun> {
  const happy = `DELETE ${item} > 204`;
  return [
    buildCase(`DELETE ${item}`, "2xx", { about: "others", needs: [happy], attempts: [204] }),
    found,
    buildCase(`DELETE ${item}`, "204", { attempts: [code], spoiledBy: [found.id] }),
    buildCase(`DELETE ${item}`, "404", { needs: [happy] }),
  ];
}

describe("the DELETE of one that another's DELETE took along", () => {
  test.each([404, 204])("is not held to have failed, or to be proven, by %i", (code) => {
    const became = outcomes(endOf(reread(false), code));
    expect([...became.values()]).toEqual(["inconclusive", "failed", "inconclusive", "inconclusive"]);
  });
});

describe("the DELETE of one", () => {
  test("that is still there counts", () => {
    expect([...outcomes(endOf(reread(true), 204)).values()]).toEqual(["passed", "passed", "passed", "passed"]);
    const became = outcomes(endOf(reread(true), 409));
    expect([...became.values()]).toEqual(["inconclusive", "inconclusive", "failed", "inconclusive"]);
  });

  test("counts where nobody could read the first one before, either", () => {
    const broken = buildCase(`GET ${item}`, "200", { attempts: [404] });
    const found = reread(false, { needs: [others, broken.id] });
    const became = outcomes([broken, ...endOf(found, 204)]);
    expect([...became.values()]).toEqual(["failed", "passed", "inconclusive", "passed", "passed"]);
  });

  test("counts where its loss is a warning, or nothing would be red", () => {
    const checks = [check("delete-takes-one", false, { level: "warning" })];
    const attempt = { ...answered(`GET ${item}`, 404), status: "passed" as const, checks };
    const became = outcomes(endOf(reread(false, { attempts: [attempt] }), 404));
    expect(became.get(`DELETE ${item} > 204`)).toBe("failed");
  });
});
