import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Profile } from "../../src/manifest/model.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { packageRoot } from "../../src/package.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

// What a line of three codes yields: read these before you accept a change of them.

/** A line for each case, and under it its checks: `? title` where it only warns. */
function outline(endpoint: string, profile: Profile): string {
  const plan = expandPlan(
    manifestOf(`
name: Three codes
baseUrl: http://localhost:1
profile: ${profile}
auth: { me: { bearer: "{{token}}" } }
endpoints: { ${endpoint} }
`),
  );
  const lines = casesOf(plan).flatMap(({ title, origin, checks }) => [
    `${title}${origin === "declared" ? "" : `  (${origin})`}`,
    ...checks.map(({ title: check, level }) => `    ${level === "warning" ? "?" : "-"} ${check}`),
  ]);
  return `${lines.join("\n")}\n`;
}

const read = '"GET /books/{id}": { path: { id: "7" }, expect: 200 401 404 }';
const create = '"POST /books": { body: { title: Dune, pages: 412 }, expect: 201 400 401 }';

describe("a line of three codes", () => {
  it.each([
    ["read-minimal", read, "minimal"],
    ["read-standard", read, "standard"],
    ["create-standard", create, "standard"],
    ["create-thorough", create, "thorough"],
  ] as const)("%s", async (name, endpoint, profile) => {
    await expect(outline(endpoint, profile)).toMatchFileSnapshot(`../fixtures/plans/${name}.txt`);
  });
});

describe("the bookstore", () => {
  it.each(["minimal", "standard", "thorough"] as const)(
    "has as many cases and checks as its profile allows: %s",
    async (profile) => {
      const file = join(packageRoot, "collections/bookstore/newmanifest.yaml");
      const { manifest } = parseManifest([file], { read: (name) => readFileSync(name, "utf8") });
      if (manifest === undefined) throw new Error("the bookstore is broken");
      const cases = casesOf(expandPlan({ ...manifest, profile }));
      const ofEndpoints = manifest.endpoints.map(({ id }) => cases.filter((one) => one.endpoint === id).length);
      const ofCases = cases.filter(({ request }) => request !== undefined).map(({ checks }) => checks.length);
      const figures = [
        `cases             ${cases.length}`,
        `cases an endpoint ${mean(ofEndpoints)}, ${Math.max(...ofEndpoints)} at most`,
        // Beside these stands one test of the collection's own script.
        `checks a case     ${mean(ofCases)}, ${Math.max(...ofCases)} at most`,
        "",
      ];
      await expect(figures.join("\n")).toMatchFileSnapshot(`../fixtures/plans/bookstore-${profile}.txt`);
      expect(Math.max(...ofCases)).toBeLessThanOrEqual(14);
    },
  );
});

function mean(counts: ReadonlyArray<number>): string {
  return (counts.reduce((sum, one) => sum + one, 0) / counts.length).toFixed(1);
}
