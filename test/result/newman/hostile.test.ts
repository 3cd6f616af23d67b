import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { isNewmanReport } from "../../../src/result/newman/newman-report.ts";
import { newmanRun } from "../../../src/result/newman/newman-run.ts";
import { newmanSecrets } from "../../../src/result/newman/secrets.ts";
import { outcomes } from "../../../src/result/outcome.ts";
import { parseRunFile } from "../../../src/result/parse-run-file.ts";
import { encodeRun } from "../../support/encode-run.ts";
import { collectionOf, environmentOf, item, reportOf, startWild } from "./wild.ts";

const bad = 'pm.test("two is one", () => pm.expect(2).to.eql(1));';
let text = "";

beforeAll(async () => {
  const server = await startWild();
  const items = [
    { name: "Folder", item: [item("ok", "/ok", [bad]), item("missing", "/missing")] },
    item("refused", "", [], { request: "http://127.0.0.1:1/" }),
  ];
  text = JSON.stringify(await reportOf(collectionOf(items), { environment: environmentOf(server.url) }));
  await server.close();
});

/** The report with something else in the place that these keys lead to. */
function changed(keys: ReadonlyArray<string | number>, value: unknown): unknown {
  const report = JSON.parse(text);
  const last = keys.at(-1) ?? "";
  const holder = keys.slice(0, -1).reduce((one, key) => one[key], report);
  holder[last] = value;
  return report;
}

const read = (json: unknown) => newmanRun(json, { file: "report.json" });

describe("what is no report", () => {
  it.each([null, 1, "text", [], {}, { collection: {} }, { run: { executions: [] } }, { collection: [], run: {} }])(
    "is told so: %j",
    (json) => {
      expect(isNewmanReport(json)).toBe(false);
      expect(read(json)).toEqual({ problems: ["this is not a JSON report of Newman"] });
      expect(newmanSecrets(json)).toEqual([]);
    },
  );
});

describe("a report with a part of a wrong type", () => {
  it.each<[string, ReadonlyArray<string | number>, unknown, RegExp]>([
    ["executions", ["run", "executions"], undefined, /the report cannot be read: run\.executions/],
    ["items", ["collection", "item"], {}, /the report cannot be read: collection\.item/],
  ])("is no run: %s", (_name, keys, value, problem) => {
    const { run, problems } = read(changed(keys, value));
    expect(run).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  it.each<[string, ReadonlyArray<string | number>, unknown, RegExp]>([
    ["an execution", ["run", "executions", 0], 7, /run\.executions\[0\] cannot be read/],
    [
      "a code",
      ["run", "executions", 0, "response", "code"],
      "200",
      /run\.executions\[0\] cannot be read: response\.code/,
    ],
    ["assertions", ["run", "executions", 0, "assertions"], {}, /run\.executions\[0\] cannot be read: assertions/],
    ["a cursor", ["run", "executions", 0, "cursor"], null, /run\.executions\[0\] cannot be read: cursor/],
    ["an iteration", ["run", "executions", 0, "cursor", "iteration"], -1, /cursor\.iteration/],
    ["an item", ["collection", "item", 0], "Folder", /item 1 of the collection cannot be read/],
    ["an item's id", ["run", "executions", 0, "item", "id"], "other", /the item "other", which the collection has not/],
    ["a count", ["run", "stats", "requests", "total"], 9, /it counts 9 requests, and holds 3 of them/],
    ["a failure", ["run", "failures", 0], [], /run\.failures\[0\] cannot be read/],
  ])("is a broken run, and says what: %s", (_name, keys, value, problem) => {
    const { run, problems } = read(changed(keys, value));
    expect(problems.join("\n")).toMatch(problem);
    expect(run?.broken).toMatch(/parts? of the report cannot be read/);
  });

  it.each<[string, ReadonlyArray<string | number>, unknown]>([
    ["headers", ["run", "executions", 0, "response", "header"], "X: y"],
    ["a body", ["run", "executions", 0, "response", "stream"], { type: "Buffer", data: ["x", -1, 1e9, null, [65]] }],
    ["a URL", ["run", "executions", 0, "request", "url"], { host: {}, path: 3, query: "a=b" }],
    ["times", ["run", "timings"], { started: 1e300, completed: "now" }],
    ["an environment", ["environment"], []],
    ["names", ["collection", "item", 0, "name"], { toString: 1 }],
    ["a charset", ["run", "executions", 0, "response", "header"], [{ key: "content-type", value: "a/b; charset=x" }]],
  ])("is a whole run where that is only shown: %s", (_name, keys, value) => {
    const { run, problems } = read(changed(keys, value));
    expect(problems).toEqual([]);
    expect(run?.cases).toHaveLength(3);
    expect(run?.broken).toBeUndefined();
  });
});

describe("a report whose lists do not agree", () => {
  it("fails what one of them calls failed", () => {
    const { run } = read(changed(["run", "executions", 0, "assertions", 0, "error"], null));
    const [first] = run?.cases ?? [];
    expect(first?.attempts[0]).toMatchObject({ status: "failed" });
    expect(first?.attempts[0]?.checks.map(({ title, passed }) => [title, passed])).toEqual([
      ["two is one", true],
      ["two is one", false],
    ]);
  });

  it("is errored where something else went wrong with the item", () => {
    const { run } = read(changed(["run", "failures", 0, "at"], "beforeItem"));
    expect(run?.cases[0]?.attempts[0]).toMatchObject({ status: "errored", error: { code: "ERROR" } });
  });
});

describe("a report that says that Newman broke off", () => {
  it.each([
    [{ message: "the cable was cut" }, "Newman broke off: the cable was cut"],
    ["cut", "Newman broke off: cut"],
    [{ message: 3 }, "Newman broke off: 3"],
  ])("is a broken run: %j", (error, broken) => {
    expect(read(changed(["run", "error"], error)).run?.broken).toBe(broken);
  });
});

describe("a report that is made up", () => {
  it("cannot ask for more cases than memory has", () => {
    const items = Array.from({ length: 5000 }, (_, n) => ({
      id: `i${n}`,
      name: `n${n}`,
      request: { url: "http://x/" },
    }));
    const executions = items.map(({ id }, iteration) => ({ item: { id }, cursor: { ref: id, iteration } }));
    const { run, problems } = read({ collection: { item: items }, run: { executions } });
    expect(problems).toEqual(["5000 iterations of 5000 items are too many to be true"]);
    expect(run?.cases).toHaveLength(5000);
  });

  it("cannot nest deeper than we follow", () => {
    let folder: object = { id: "a", name: "a", request: {} };
    for (let depth = 0; depth < 10_000; depth += 1) folder = { id: "f", name: "f", item: [folder] };
    const { problems } = read({ collection: { item: [folder] }, run: { executions: [] } });
    expect(problems).toEqual([expect.stringMatching(/nested more than 200 levels deep$/)]);
  });

  it("cannot fill the screen with problems", () => {
    const { problems } = read({ collection: { item: [] }, run: { executions: Array(1000).fill(0) } });
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toBe("and 980 more");
  });

  it("cannot reach what every object has", () => {
    const made = JSON.parse(
      '{"__proto__":{"polluted":1},"collection":{"item":[{"id":"__proto__","name":"constructor","request":{"__proto__":{"polluted":1}}}]},' +
        '"run":{"executions":[{"id":"__proto__","item":{"id":"__proto__"},"cursor":{"ref":"toString"},"request":{"auth":{"type":"__proto__"}}}]}}',
    );
    const { run, problems } = read(made);
    expect(problems).toEqual([]);
    expect(newmanSecrets(made)).toEqual([]);
    expect(run?.cases.map(({ id }) => id)).toEqual(["constructor"]);
    expect({}).not.toHaveProperty("polluted");
  });
});

/** The ways to every value of a JSON value. */
function waysIn(
  json: unknown,
  way: ReadonlyArray<string | number> = [],
): ReadonlyArray<ReadonlyArray<string | number>> {
  if (typeof json !== "object" || json === null) return [way];
  return [way, ...Object.entries(json).flatMap(([key, value]) => waysIn(value, [...way, key]))];
}

describe("any report", () => {
  it("gives a run that a run file can hold, or says what is wrong", () => {
    const whole = JSON.parse(text, (key, value) => (key === "data" ? value.slice(0, 3) : value));
    const ways = waysIn(whole).filter(({ length }) => length > 0);
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.jsonValue({ maxDepth: 2 }), (way, value) => {
        const { run, problems } = read(changed(way, value));
        newmanSecrets(changed(way, value));
        expect(run !== undefined || problems.length > 0).toBe(true);
        if (run === undefined) return;
        expect(problems.length > 0).toBe(run.broken?.includes("cannot be read") ?? false);
        expect(outcomes(run.cases).size).toBe(run.cases.length);
        const again = parseRunFile(encodeRun(run));
        expect(again).toEqual({ run: JSON.parse(JSON.stringify(run)), problems: [] });
      }),
      { numRuns: 500 },
    );
  });
});
