import { describe, expect, it } from "vitest";
import type { Profile } from "../../src/manifest/model.ts";
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
