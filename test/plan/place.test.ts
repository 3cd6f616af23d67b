import { describe, expect, it } from "vitest";
import { lintManifest } from "../../src/lint/lint-manifest.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import type { Case } from "../../src/plan/model.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

const at = "path: { name: report }";
const read = `  GET /files/{name}: { ${at}, expect: 200 206 }\n`;
const write = `  PUT /files/{name}: { ${at}, body: { title: Summer }, expect: 201|200|204 }\n`;
const patch = `  PATCH /files/{name}: { ${at}, body: { title: Autumn }, expect: 200 }\n`;
const remove = `  DELETE /files/{name}: { ${at}, expect: 204 }\n`;

function manifestIn(profile: string, endpoints: string) {
  return manifestOf(`baseUrl: http://localhost:1\nprofile: ${profile}\nendpoints:\n${endpoints}`);
}

function cases(profile: string, endpoints: string): ReadonlyArray<Case> {
  return casesOf(expandPlan(manifestIn(profile, endpoints)));
}

const titles = (all: ReadonlyArray<Case>) => all.map(({ title }) => title);
const deleted = "GET /files/{name} -> 404|410|403 after it was deleted";
const shown = "GET /files/{name} -> 200 shows what PUT changed";

describe("what a PUT makes where its id is written out", () => {
  it.each(["standard", "thorough"])("is read back, and read again after its DELETE: %s", (profile) => {
    const all = cases(profile, remove + read + patch + write);
    const life = [
      "PUT /files/{name} -> 201|200|204",
      shown,
      "GET /files/{name} -> 200",
      "GET /files/{name} -> 206 for the first byte only",
      "PATCH /files/{name} -> 200",
      "GET /files/{name} -> 200 shows what PATCH changed",
      "PUT /files/{name} -> 400|422 when the body is not JSON",
      "PATCH /files/{name} -> 400|422 when the body is not JSON",
      "DELETE /files/{name} -> 204",
      deleted,
    ];
    expect(titles(all).filter((title) => life.includes(title))).toEqual(life);
    expect(all.find(({ title }) => title === deleted)?.needs).toContain("DELETE /files/{name} > 204");
    expect(all.find(({ title }) => title === shown)?.needs).toContain("PUT /files/{name} > 201|200|204");
  });

  it("meets no write that may be accepted before its reads", () => {
    const all = titles(cases("thorough", remove + read + write));
    const reads = all.filter((title) => title.startsWith("GET") && title !== deleted);
    const last = all.indexOf(reads.at(-1) ?? "");
    const negatives = all.filter((title) => /^PUT .*(when the body|wrong type)/.test(title));
    expect(negatives.length).toBeGreaterThan(3);
    expect(negatives.filter((title) => all.indexOf(title) < last)).toEqual([]);
  });

  it("is left alone by a minimal profile", () => {
    expect(titles(cases("minimal", remove + read + write))).not.toContain(shown);
    expect(titles(cases("minimal", remove + read + write))).not.toContain(deleted);
  });

  it("is only what has one id, and is shown as it was written", () => {
    const other = read.replace("report", "other");
    expect(titles(cases("standard", remove + other + write))).not.toContain(shown);
    expect(titles(cases("standard", remove + other + write))).not.toContain(deleted);
    const raw = write.replace("body: { title: Summer }", "rawBody: Summer");
    expect(titles(cases("standard", remove + read + raw))).not.toContain(shown);
    expect(titles(cases("standard", remove + read + raw))).toContain(deleted);
    const rows = write.replace("title: Summer }", 'title: "{{t}}" }, data: [ { t: a }, { t: b } ]');
    expect(titles(cases("standard", remove + read + rows))).not.toContain(shown);
    expect(titles(cases("standard", read + write.replace("201|200|204", "202")))).not.toContain(shown);
  });

  it("may have been there before, where no 201 is declared: then its default may come back", () => {
    const kept = write.replace("201|200|204", "200");
    expect(titles(cases("standard", remove + read + kept))).not.toContain(deleted);
    const declared = read.replace("200 206", "200 404");
    expect(titles(cases("standard", remove + declared + kept))).toContain(
      "GET /files/{name} -> 404 after it was deleted",
    );
  });

  it("is the suite's own to delete, unless a POST makes such things and the PUT changes them", () => {
    const isWarnedOf = (endpoints: string) =>
      lintManifest(manifestIn("standard", endpoints)).some(({ id }) => id === "lint-destructive-unmarked");
    expect(isWarnedOf(remove + write)).toBe(false);
    expect(isWarnedOf(remove + read)).toBe(true);
    const post = "  POST /files: { body: { title: a }, expect: 201 }\n";
    expect(isWarnedOf(post + remove + write.replace("201|200|204", "200"))).toBe(true);
    expect(isWarnedOf(post + remove + write)).toBe(false);
  });
});
