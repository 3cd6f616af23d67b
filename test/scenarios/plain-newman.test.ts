import { readFileSync } from "node:fs";
import { join } from "node:path";
import newman from "newman";
import { afterEach, describe, expect, it } from "vitest";
import { generateFiles } from "../../src/collection/files.ts";
import { createLocator } from "../../src/diagnostic/locate.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { type Mock, startMock } from "../../src/mock/server.ts";
import { mockVariables } from "../../src/mock/variables.ts";
import { packageRoot } from "../../src/package.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import type { Case } from "../../src/plan/model.ts";
import type { CaseRun } from "../../src/result/model.ts";
import { newmanRun } from "../../src/result/newman/newman-run.ts";
import { summarize } from "../../src/result/summary.ts";
import { loadTemplates } from "../../src/template.ts";
import { runAgainst } from "../support/suite.ts";

const render = loadTemplates();
let mock: Mock | undefined;

afterEach(async () => {
  await mock?.close();
});

interface Plain {
  readonly failures: ReadonlyArray<string>;
  readonly assertions: number;
  /** As its JSON reporter writes it. */
  readonly report: unknown;
}

/** What a case is and what became of it, as far as a report can tell: a warning is not in it, and of a place only the line. */
function told({ id, title, group, endpoint, method, path, expected, edge, manifest, why, source, attempts }: CaseRun) {
  const { status, response, checks = [] } = attempts.at(-1) ?? {};
  const asserted = checks.filter(({ level }) => level === "error").map((check) => check.title);
  return {
    id,
    title,
    group,
    endpoint,
    method,
    path,
    expected,
    edge,
    line: manifest.line,
    why,
    source,
    status,
    code: response?.status,
    asserted,
  };
}

/** What Newman itself counts when it runs the generated collection against the manifest's mock. */
async function runPlain(file: string) {
  const { manifest } = parseManifest([file], { read: (path) => readFileSync(path, "utf8") });
  if (manifest === undefined) throw new Error(`${file} does not parse`);
  const variables = mockVariables(manifest);
  mock = await startMock(manifest, { variables });
  const locate = createLocator(manifest.sources);
  const placeOf = ({ span }: Case) => `api.yaml:${locate(span).line}`;
  const files = generateFiles(expandPlan(manifest), { manifest, render, placeOf });
  const [collection = "{}"] = files.values();
  const environment = {
    values: Object.entries({ ...variables, baseUrl: mock.url }).map(([key, value]) => ({ key, value })),
  };
  return new Promise<Plain>((resolve, reject) => {
    newman.run({ collection: JSON.parse(collection), environment, reporters: [] }, (error, summary) => {
      if (error) return reject(error);
      const failures = summary.run.failures.map(({ source, error: { message } }) => `${source?.name}: ${message}`);
      // A job that has not ended is asked about again: of an item that is sent several times the last time counts.
      const last = new Map(summary.run.executions.map(({ item, assertions = [] }) => [item.id, assertions.length]));
      const assertions = [...last.values()].reduce((sum, count) => sum + count, 0);
      const { collection, environment, globals, run } = summary;
      const report = JSON.parse(JSON.stringify({ collection, environment, globals, run }));
      return resolve({ failures, assertions, report });
    });
  });
}

// How these end with our own runner is seen in suites.test.ts.
describe.each([
  ["collections/shop/newmanifest.yaml", 300],
  ["collections/accounts/newmanifest.yaml", 150],
  ["collections/files/newmanifest.yaml", 100],
  ["collections/gateway/newmanifest.yaml", 150],
])("%s", (name, least) => {
  it("is green in plain Newman", { timeout: 120_000 }, async () => {
    const plain = await runPlain(join(packageRoot, name));
    expect(plain.failures).toEqual([]);
    expect(plain.assertions).toBeGreaterThan(least);
  });
});

describe.each([
  ["collections/bookstore/newmanifest.yaml", 400],
  ["test/fixtures/suites/everything.yaml", 400],
])("%s", (name, least) => {
  const file = join(packageRoot, name);

  it("is green in plain Newman, with as many assertions as our own run reports", { timeout: 120_000 }, async () => {
    const plain = await runPlain(file);
    expect(plain.failures).toEqual([]);
    expect(plain.assertions).toBeGreaterThan(least);

    const { manifest } = parseManifest([file], { read: (path) => readFileSync(path, "utf8") });
    const values = manifest ? mockVariables(manifest) : {};
    // A mock of its own: the first run has left its traces in the other.
    await mock?.close();
    mock = manifest && (await startMock(manifest, { variables: values }));
    const run = await runAgainst(mock?.url ?? "", readFileSync(file, "utf8"), { values });
    expect(summarize(run)).toMatchObject({ failed: 0, errored: 0, inconclusive: 0 });
    expect(summarize(run).checks.passed).toBe(plain.assertions);

    const read = newmanRun(plain.report, { file: "report.json" });
    expect(read.problems).toEqual([]);
    expect(read.run?.cases.map(told)).toEqual(run.cases.filter(({ attempts }) => attempts.length > 0).map(told));
    expect(read.run && summarize(read.run)).toMatchObject({ failed: 0, errored: 0, skipped: 0, unproven: 0 });
  });
});
