import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../../src/mock/server.ts";
import { mockVariables } from "../../src/mock/variables.ts";
import { packageRoot } from "../../src/package.ts";
import type { CaseRun, Run } from "../../src/result/model.ts";
import { outcomes } from "../../src/result/outcome.ts";
import { manifestOf, notPassed, redChecks, runAgainst } from "../support/suite.ts";

/** A row of the guide's scenario tables: the endpoint, the code, and words in the name of the case that provokes it. */
type Row = readonly [endpoint: string, code: number, words: string];

const suites: Readonly<Record<string, ReadonlyArray<Row>>> = {
  shop: [
    ["POST /carts/{cart}/items", 201, "creates an item"],
    ["POST /carts/{cart}/items", 400, "quantity is zero"],
    ["POST /carts/{cart}/items", 409, "exists already"],
    ["POST /carts/{cart}/items", 422, "exceeds the stock"],
    ["POST /orders/{order}/payment", 200, ""],
    ["POST /orders/{order}/payment", 402, ""],
    ["POST /orders/{order}/payment", 409, ""],
    ["POST /orders/{order}/payment", 503, "gateway is down"],
    ["GET /orders/{order}", 200, ""],
    ["GET /orders/{order}", 404, "no such order"],
    ["GET /orders/{order}", 410, "after it was deleted"],
  ],
  accounts: [
    ["POST /accounts", 201, "registers an account"],
    ["POST /accounts", 400, "e-mail address is none"],
    ["POST /accounts", 409, "exists already"],
    ["POST /accounts", 422, "password is too weak"],
    ["POST /login", 200, ""],
    ["POST /login", 401, "password is wrong"],
    ["POST /login", 403, "suspended"],
    ["POST /login", 429, "too many attempts"],
    ["POST /password-resets", 200, "sends an e-mail"],
    ["POST /password-resets", 404, "nobody has that address"],
    ["POST /password-resets", 429, "too many"],
    ["GET /me", 401, "without credentials"],
    ["GET /me", 401, "expired token"],
    ["GET /me", 403, "suspended"],
  ],
  files: [
    ["POST /files", 201, "uploads a file"],
    ["POST /files", 400, "not what it says"],
    ["POST /files", 413, "11 MB"],
    ["POST /files", 415, "media type"],
    ["POST /files", 401, "wrong credentials"],
    ["GET /files/{id}", 200, "downloads a file"],
    ["GET /files/{id}", 206, "first byte"],
    ["GET /files/{id}", 304, "nothing has changed"],
    ["GET /files/{id}", 404, "no such id"],
    ["GET /files/{id}", 410, "after it was deleted"],
  ],
  gateway: [
    ["GET /health", 200, ""],
    ["GET /health", 503, "starts"],
    ["GET /health", 503, "overloaded"],
    ["GET /quotes/{symbol}", 200, ""],
    ["GET /quotes/{symbol}", 401, "without credentials"],
    ["GET /quotes/{symbol}", 408, "slow"],
    ["GET /quotes/{symbol}", 500, "crashes"],
    ["GET /quotes/{symbol}", 502, "nonsense"],
    ["GET /quotes/{symbol}", 503, "database is down"],
    ["GET /quotes/{symbol}", 504, "does not answer"],
    ["POST /batch", 207, ""],
    ["POST /reports", 202, ""],
    ["GET /reports/{id}", 200, "3 "],
    ["GET /news", 304, "nothing has changed"],
    ["GET /news", 304, "since it was published"],
    ["GET /v1/news", 301, ""],
    ["GET /today", 302, ""],
    ["POST /subscriptions", 303, ""],
    ["POST /orders", 307, ""],
    ["POST /v1/batch", 308, ""],
    ["GET /metrics", 403, "as client"],
    ["GET /metrics", 403, "address"],
  ],
};

/** A whole suite, on a machine that has other things to do. */
const patience = 120_000;

function textOf(suite: string): string {
  return readFileSync(join(packageRoot, `collections/${suite}/newmanifest.yaml`), "utf8");
}

async function runOnMock(text: string, lanes = 8): Promise<Run> {
  const manifest = manifestOf(text);
  const values = mockVariables(manifest);
  const mock: Mock = await startMock(manifest, { variables: values });
  try {
    return await runAgainst(mock.url, text, { values, lanes });
  } finally {
    await mock.close();
  }
}

describe.each(Object.entries(suites))("the %s suite", (suite, rows) => {
  let run: Run;
  let became: ReturnType<typeof outcomes>;

  beforeAll(async () => {
    run = await runOnMock(textOf(suite));
    became = outcomes(run.cases);
  }, patience);

  it("is green on its mock, without a warning and with nothing unproven", () => {
    expect(notPassed(run)).toEqual([]);
    expect(warnings(run)).toEqual([]);
  });

  it.each(rows)("%s -> %i %s", (endpoint, code, words) => {
    const fitting = run.cases.filter((one) => one.endpoint === endpoint && one.title.includes(words));
    const proofs = fitting.filter((one) => one.origin === "declared" && one.expected.includes(String(code)));
    expect(proofs.map(({ id }) => became.get(id))).toContain("passed");
    expect(proofs.map(codeOf)).toContain(code);
  });
});

describe.each([...Object.keys(suites), "bookstore"])("the %s suite", (suite) => {
  let run: Run;

  beforeAll(async () => {
    run = await runOnMock(`profile: thorough\n${textOf(suite)}`);
  }, patience);

  it("is green in the profile thorough, too", () => {
    expect(redChecks(run)).toEqual([]);
    expect(notPassed(run)).toEqual([]);
  });
});

describe.each([...Object.keys(suites), "bookstore"])("the %s suite", (suite) => {
  it.each([1, 16])("is green with %i groups at once", { timeout: patience }, async (lanes) => {
    const run = await runOnMock(textOf(suite), lanes);
    expect(notPassed(run)).toEqual([]);
  });
});

function codeOf({ attempts }: CaseRun): number | undefined {
  return attempts.at(-1)?.response?.status;
}

function warnings({ cases }: Run): ReadonlyArray<string> {
  return cases.flatMap(({ title, attempts }) =>
    (attempts.at(-1)?.checks ?? [])
      .filter(({ level, passed }) => level === "warning" && !passed)
      .map(({ rule }) => `${title}: ${rule}`),
  );
}
