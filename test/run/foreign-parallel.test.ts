import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { selectPlan } from "../../src/plan/select.ts";
import { runSuites } from "../../src/run/run-suites.ts";
import { openLocalStation } from "../../src/run/station/local.ts";
import { outcomesOf, runForeign, suiteFrom, visitsOf } from "../support/foreign.ts";
import { type Shop, startShop } from "../support/foreign-server.ts";

let shop: Shop;

beforeEach(async () => {
  shop = await startShop();
});

afterEach(() => shop.close());

function item(name: string, exec: string, method = "GET") {
  return {
    name,
    event: [{ listen: "test", script: { exec } }],
    request: { method, url: `{{u}}/open/${name}-{{mine}}` },
  };
}

const holds = "pm.test('holds', () => {});";

/** Folders that are independent, but for variables of the same name. */
const independent = {
  info: { name: "C" },
  item: [
    {
      name: "A",
      event: [{ listen: "prerequest", script: { exec: "pm.variables.set('mine', 'a')" } }],
      item: [
        item("a1", `pm.environment.set('kept', 'a'); ${holds}`),
        item("a2", `${holds} pm.execution.setNextRequest(null);`),
        item("a3", holds),
      ],
    },
    item("loose1", holds),
    {
      name: "B",
      event: [{ listen: "prerequest", script: { exec: "pm.variables.set('mine', 'b')" } }],
      item: [
        item("b1", "pm.test('is alone', () => pm.expect(pm.environment.get('kept')).to.be.undefined);"),
        { name: "inner", item: [item("b2", "pm.test('no', () => pm.expect(1).to.eql(2));")] },
      ],
    },
    {
      name: "A",
      item: [
        item(
          "again",
          `const n = (pm.variables.get('n') ?? 0) + 1; pm.variables.set('n', n); ${holds} if (n < 3) pm.execution.setNextRequest('again');`,
        ),
      ],
    },
    item("loose2", holds),
  ],
};

describe("folders that run at the same time", () => {
  const outcomes = [
    "passed  A / a1",
    "passed  A / a2",
    "skipped  A / a3",
    "passed  loose1",
    "passed  loose2",
    "passed  B / b1",
    "failed  B / inner / b2",
    "passed  A / again",
  ];

  it("end each as if it ran by itself", async () => {
    const run = await runForeign(independent, { envVar: { u: shop.url }, isParallel: true });
    expect(outcomesOf(run)).toEqual(outcomes);
    expect([...new Set(run.cases.map(({ group }) => group))]).toEqual(["A", "C", "B", "A (2)"]);
    expect(run.lanes).toBe(4);
    expect(shop.log.filter((line) => line.includes("again"))).toHaveLength(3);
    expect(shop.log).toContain("GET /open/b2-b");
  });

  it("do so on one lane, in any order, and with several iterations", async () => {
    const options = { envVar: { u: shop.url }, isParallel: true, iterationCount: 3 };
    const run = await runForeign(independent, options, { lanes: 1 });
    const all = outcomesOf(run);
    expect(all.filter((line) => !line.includes("[iteration"))).toEqual(outcomes);
    for (const iteration of [2, 3]) {
      const some = all.filter((line) => line.endsWith(`[iteration ${iteration}]`));
      // What is set in the first iteration is there in the next.
      expect(some.map((line) => line.replace(/ \[.*/, ""))).toEqual(outcomes);
    }
    expect(visitsOf(run)).toHaveLength(7 * 3);
  });

  it("cannot go on in another one", async () => {
    const jump = {
      info: { name: "C" },
      item: [
        { name: "A", item: [item("a", `${holds} pm.execution.setNextRequest('b');`)] },
        { name: "B", item: [item("b", holds)] },
      ],
    };
    const options = { envVar: { u: shop.url, mine: "" } };
    expect(outcomesOf(await runForeign(jump, options))).toEqual(["passed  A / a", "passed  B / b"]);
    expect(outcomesOf(await runForeign(jump, { ...options, isParallel: true }))).toEqual([
      "errored  A / a",
      "passed  B / b",
    ]);
  });
});

describe("a part of a plan", () => {
  const content = { info: { name: "C" }, item: [item("a", holds), item("b", holds, "POST"), item("c", holds)] };

  it("may be any of its cases, also of later iterations only", async () => {
    const { suite } = suiteFrom(content, { iterationCount: 2, envVar: { u: shop.url, mine: "" } });
    const plan = selectPlan(suite.plan, { grep: /^c \[iteration 2\]$|^a$/ });
    const run = await runSuites({ suites: [{ ...suite, plan }], openStation: openLocalStation(), environment: "" });
    expect(outcomesOf(run)).toEqual(["passed  a", "passed  c [iteration 2]"]);
    expect(shop.log.some((line) => line.includes("/b-"))).toBe(false);
  });

  it("leaves out what asks for a change, where nothing may be changed", async () => {
    const { suite } = suiteFrom(content, { envVar: { u: shop.url, mine: "" } });
    const plan = selectPlan(suite.plan, { isReadOnly: true });
    const run = await runSuites({ suites: [{ ...suite, plan }], openStation: openLocalStation(), environment: "" });
    expect(outcomesOf(run)).toEqual(["passed  a", "skipped  b", "passed  c"]);
    expect(run.cases[1]?.skipped).toBe("read-only: POST asks for a change");
    expect(shop.log.map((line) => line.split(" ")[0])).toEqual(["GET", "GET"]);
  });

  it("is not run again where a server was not heard, unless that is asked for", async () => {
    const refused = { info: { name: "C" }, item: [item("a", holds), { name: "b", request: "http://127.0.0.1:1/" }] };
    const envVar = { u: shop.url, mine: "" };
    await runForeign(refused, { envVar }, { retries: 2 });
    expect(shop.log).toHaveLength(1);
    await runForeign(refused, { envVar, retries: 1 });
    expect(shop.log).toHaveLength(3);
  });

  it("is left where enough has failed", async () => {
    const failing = {
      info: { name: "C" },
      item: [item("a", "pm.test('no', () => pm.expect(1).to.eql(2));"), item("b", holds), item("c", holds)],
    };
    const run = await runForeign(failing, { envVar: { u: shop.url, mine: "" } }, { bail: 1 });
    expect(outcomesOf(run)).toEqual(["failed  a", "skipped  b", "skipped  c"]);
    expect(run.cases[1]?.skipped).toBe("not sent: --bail stopped the run after a failure");
    expect(shop.log).toHaveLength(1);
  });
});
