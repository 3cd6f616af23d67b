import fc from "fast-check";
import { expect, test } from "vitest";
import { blames } from "../../src/result/blame.ts";
import { matrix } from "../../src/result/matrix.ts";
import type { Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { createOutliner } from "../../src/result/outline.ts";
import { suiteFindings } from "../../src/result/suite/suite-findings.ts";
import { mixedRun } from "./metrics-runs.ts";
import { anyRun } from "./run-arbitrary.ts";

/** What is computed of a run as a whole. */
function computed(run: Run) {
  return [outcomes(run.cases), blames(run.cases), matrix(run), suiteFindings(run)];
}

function outlined(run: Run): Run {
  return { ...run, cases: run.cases.map(createOutliner()) };
}

test("an outline says of a run what the run says of itself", () => {
  expect(computed(outlined(mixedRun))).toEqual(computed(mixedRun));
  fc.assert(
    fc.property(anyRun, (run) => {
      expect(computed(outlined(run))).toEqual(computed(run));
    }),
  );
});

test("it has nothing that takes room", () => {
  const [first] = outlined(mixedRun).cases;
  const text = JSON.stringify(outlined(mixedRun).cases);
  expect(text).not.toContain("http://localhost:4010");
  expect(text).not.toContain("Authorization");
  expect(first?.attempts[0]?.response?.headers).toEqual([{ name: "Content-Type", value: "application/json" }]);
});
