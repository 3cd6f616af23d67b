import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edges } from "../../src/http/edges.ts";
import { lints } from "../../src/http/lints.ts";
import { metrics } from "../../src/http/metrics.ts";
import { rules } from "../../src/http/rules.ts";
import { packageRoot } from "../../src/package.ts";

// The catalogue that the tables are made from: each of its rules and edges is an entry (`here`), is covered by another entry
// (`by ...`), or says why it is none.
type Fate = Readonly<Record<string, string>>;
const catalogue: { readonly rules: Fate; readonly edges: Fate } = JSON.parse(
  readFileSync(join(packageRoot, "test/http/catalogue.json"), "utf8"),
);
const entries: ReadonlySet<string> = new Set([rules, edges, lints].flatMap((table) => Object.keys(table)));
const count = (fates: Fate) => Object.values(fates).filter((fate) => fate === "here").length;

describe("every rule, lint and metric", () => {
  it("is named by a test that breaks it, or counts it", () => {
    const files = readdirSync(join(packageRoot, "test"), { recursive: true, encoding: "utf8" });
    const tests = files.filter((file) => /\.ts$/.test(file) && !/^(guide|http)/.test(file));
    const text = tests.map((file) => readFileSync(join(packageRoot, "test", file), "utf8")).join("\n");
    const unnamed = [rules, lints, metrics]
      .flatMap((table) => Object.keys(table))
      .filter((id) => !text.includes(`"${id}"`));
    expect(unnamed).toEqual([]);
  });
});

describe(`the catalogue: ${count(catalogue.rules)} of 393 rules and ${count(catalogue.edges)} of 354 edges have an entry of their own`, () => {
  it("has lost none", () => {
    expect([Object.keys(catalogue.rules).length, Object.keys(catalogue.edges).length]).toEqual([393, 354]);
  });

  it("leads to entries that exist", () => {
    const fates = Object.entries({ ...catalogue.rules, ...catalogue.edges });
    const dead = fates.filter(([id, fate]) => {
      if (fate === "here") return !entries.has(id);
      return fate.startsWith("by ") ? !entries.has(fate.slice(3)) : fate.length < 10;
    });
    expect(dead).toEqual([]);
  });

  it("says of no entry that it is missing", () => {
    const found = Object.entries({ ...catalogue.rules, ...catalogue.edges });
    expect(found.filter(([id, fate]) => fate !== "here" && entries.has(id))).toEqual([]);
  });
});
