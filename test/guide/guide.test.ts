import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Edge } from "../../src/http/edge.ts";
import { edges } from "../../src/http/edges.ts";
import { lints } from "../../src/http/lints.ts";
import { metrics } from "../../src/http/metrics.ts";
import { rules } from "../../src/http/rules.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { packageRoot } from "../../src/package.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { fieldEdges } from "../../src/plan/fields/field-edges.ts";
import { codesOf } from "../../src/plan/pattern.ts";
import { sendable as requestEdges } from "../edges/library.ts";
import { sendable as resourceEdges } from "../edges/shelf.ts";

// Every testable statement of the guide that this project is built from, in its order: what covers it, or why nothing can.
interface Statement {
  readonly n: number;
  /** The line of the guide. */
  readonly line: number;
  readonly quote: string;
  /** Ids of rules, edges, lints and metrics; cases of the suites in collections/: `shop GET /orders/{order} 410`. */
  readonly by?: ReadonlyArray<string>;
  /** Why no client can test it. */
  readonly reason?: string;
}

const statements: ReadonlyArray<Statement> = JSON.parse(
  readFileSync(join(packageRoot, "test/guide/statements.json"), "utf8"),
);
const covered = statements.filter(({ by }) => by !== undefined);
const share = `${covered.length} of ${statements.length} (${Math.round((100 * covered.length) / statements.length)}%)`;

const names: ReadonlySet<string> = new Set([rules, edges, lints, metrics].flatMap((table) => Object.keys(table)));
const suites = new Map(["bookstore", "shop", "accounts", "files", "gateway"].map((name) => [name, provenBy(name)]));
const tests = readdirSync(join(packageRoot, "test"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("guide"))
  .map((file) => readFileSync(join(packageRoot, "test", file), "utf8"))
  .join("\n");

/** Every one of these edges is sent to a server that fails at it (test/edges/), or is judged by a validator (test/plan/fields/). */
const sent: ReadonlySet<string> = new Set([...requestEdges, ...resourceEdges, ...fieldEdges.keys()]);

/** `GET /orders/{order} 410` for every code that a case of the suite can prove. */
function provenBy(suite: string): ReadonlySet<string> {
  const file = join(packageRoot, "collections", suite, "newmanifest.yaml");
  const { manifest } = parseManifest([file], { read: (name) => readFileSync(name, "utf8") });
  if (manifest === undefined) throw new Error(`${file} is broken`);
  const cases = expandPlan(manifest).groups.flatMap((group) => group.cases);
  const sent = cases.filter(({ request }) => request !== undefined);
  return new Set(sent.flatMap((one) => codesOf(one.expected).map((code) => `${one.endpoint} ${code}`)));
}

function isCase(name: string): boolean {
  const [suite = "", ...rest] = name.split(" ");
  return suites.get(suite)?.has(rest.join(" ")) === true;
}

/** An edge that only the manifest's author can send covers nothing by itself. */
function isByHand(name: string): boolean {
  const edge = (edges as Record<string, Edge>)[name];
  return edge?.change.kind === "none";
}

describe("the guide", () => {
  afterAll(() => {
    process.stdout.write(
      `the guide: ${share} of its statements are covered, the others say why no client can test them\n`,
    );
  });

  it("each statement is covered, or says why no client can test it", () => {
    expect(statements.map(({ n }) => n)).toEqual(statements.map((_, index) => index + 1));
    expect(statements.length).toBe(323);
    const open = statements.filter(({ by = [], reason }) => (reason === undefined) === (by.length === 0));
    expect(open).toEqual([]);
  });

  it("what covers them exists", () => {
    const unknown = covered.flatMap(({ n, by = [] }) =>
      by.filter((name) => !names.has(name) && !isCase(name)).map((name) => `${n}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it("what covers them is sent or checked without being asked", () => {
    expect(covered.filter(({ by = [] }) => by.every(isByHand))).toEqual([]);
  });

  it("what covers them is exercised by a test", () => {
    // The suites in collections/ are run by test/scenarios/suites.test.ts.
    const isIdle = (name: string) =>
      names.has(name) && !isByHand(name) && !sent.has(name) && !tests.includes(`"${name}"`);
    const idle = covered.flatMap(({ n, by = [] }) => by.filter(isIdle).map((name) => `${n}: ${name}`));
    expect(idle).toEqual([]);
  });
});
