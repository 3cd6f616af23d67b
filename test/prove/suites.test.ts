import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { type FaultId, faults } from "../../src/mock/faults.ts";
import { packageRoot } from "../../src/package.ts";
import type { FaultProof } from "../../src/prove/model.ts";
import { expectedRules } from "./expected.ts";

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "prove-"));

/** A whole suite per fault, on a machine that has other things to do. */
const patience = 400_000;

interface JsonProof {
  readonly caughtShare: number;
  readonly faults: ReadonlyArray<FaultProof>;
}

/** `newmanifest prove` as it is shipped, with its threads. */
async function prove(manifest: string, name: string, ...flags: ReadonlyArray<string>): Promise<JsonProof> {
  const report = join(folder, `${name}.json`);
  const bin = join(packageRoot, "dist/cli/bin.js");
  await execute(process.execPath, [bin, "prove", manifest, "--reporter", `json=${report}`, ...flags]);
  return JSON.parse(readFileSync(report, "utf8"));
}

const seen = new Map<string, Set<string>>();

function note({ faults: judged }: JsonProof): void {
  for (const { id, evidence } of judged) {
    const rules = seen.get(id) ?? new Set();
    for (const { rule } of evidence) rules.add(rule);
    seen.set(id, rules);
  }
}

describe.each(["bookstore", "shop", "accounts", "files", "gateway"])("the %s suite", (suite) => {
  let proof: JsonProof;

  beforeAll(async () => {
    proof = await prove(join(packageRoot, `collections/${suite}/newmanifest.yaml`), suite);
    note(proof);
  }, patience);

  it("catches at least 95% of the faults that its API could have", () => {
    expect(proof.faults.length).toBeGreaterThan(70);
    expect(proof.caughtShare).toBeGreaterThanOrEqual(0.95);
  });

  it("says of each that it does not catch what would", () => {
    const open = proof.faults.filter(({ verdict }) => verdict !== "caught");
    expect(open.filter(({ remedies }) => remedies.length === 0)).toEqual([]);
    const known = ["no-retry-after", "list-forgets"];
    expect(open.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([]);
  });
});

describe("what the suites have no endpoint for", () => {
  const manifest = join(folder, "others.yaml");

  beforeAll(async () => {
    writeFileSync(
      manifest,
      `
name: Others
baseUrl: http://localhost:1
auth: { ann: { bearer: "{{ann}}" }, ben: { bearer: "{{ben}}" } }
endpoints:
  GET /notes: { expect: { 200: { schema: { type: array, minItems: 1 } } } }
  POST /notes: { body: { text: "{{$guid}}" }, expect: 201 }
  GET /notes/{id}: 200 403 404
  POST /jobs: 202
`,
    );
    note(await prove(manifest, "others", "--fault", "anybody-owns-it", "list-forgets", "job-is-nowhere"));
  }, patience);

  it("is caught as well", () => {
    expect(seen.get("anybody-owns-it")).toContain("status-expected");
    // The remedy that `prove` names.
    expect(seen.get("list-forgets")).toContain("manifest-schema");
  });
});

describe("each fault", () => {
  it.each(Object.keys(faults) as FaultId[])("%s is caught by the rule that names it", (id) => {
    expect([...(seen.get(id) ?? [])]).toContain(expectedRules[id]);
  });
});
