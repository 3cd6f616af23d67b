import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../src/package.ts";
import { isSentAtWill } from "../../../src/plan/model.ts";
import type { CaseRun } from "../../../src/result/model.ts";
import { newmanRun } from "../../../src/result/newman/newman-run.ts";
import { outcomes } from "../../../src/result/outcome.ts";
import { collectionOf, manifestOf } from "../../support/suite.ts";

const folder = join(packageRoot, "collections");

type Told = Omit<CaseRun, "attempts" | "manifest" | "needs" | "origin">;

/** What a collection says of a case, word for word. */
function told({ id, title, group, endpoint, method, path, expected, edge, why, source }: Told) {
  return { id, title, group, endpoint, method, path, expected, edge, why, source };
}

// That they say the same when they are run is seen in test/scenarios/plain-newman.test.ts.
describe.each(readdirSync(folder))("a report of collections/%s, of which nothing was sent", (name) => {
  const { plan, collection } = collectionOf(manifestOf(readFileSync(join(folder, name, "newmanifest.yaml"), "utf8")));
  const report = { collection, run: { executions: [], stats: {} } };
  const { run, problems } = newmanRun(report, { file: "report.json" });

  it("tells of the cases of the plan, each with all that its collection says", () => {
    const planned = plan.groups.flatMap((group) => group.cases.map((one) => ({ ...one, group: group.name })));
    const sent = planned.filter((one) => one.request !== undefined && !isSentAtWill(one));
    expect(problems).toEqual([]);
    expect(run?.suite).toBe(plan.suite);
    const named = sent.map((one) => ({ ...one, expected: [one.expected.text] }));
    expect(run?.cases.map(told)).toEqual(named.map(told));
  });

  it("is not green", () => {
    expect(new Set(outcomes(run?.cases ?? []).values())).toEqual(new Set(["errored"]));
  });
});
