import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generateFiles } from "../../../src/collection/files.ts";
import { parseManifest } from "../../../src/manifest/parse.ts";
import { packageRoot } from "../../../src/package.ts";
import { expandPlan } from "../../../src/plan/expand.ts";
import { loadTemplates } from "../../../src/template.ts";

const folder = join(packageRoot, "collections");
const suites = readdirSync(folder);

/** The files of a worked example, made from the beginning. */
function generate(suite: string): ReadonlyMap<string, string> {
  const file = join(folder, suite, "newmanifest.yaml");
  const { manifest } = parseManifest([file], { read: (path) => readFileSync(path, "utf8") });
  if (manifest === undefined) throw new Error(`${file} does not parse`);
  return generateFiles(expandPlan(manifest), { manifest, render: loadTemplates(), placeOf: () => "" });
}

/** Each object of a JSON value. */
function objectsIn(value: unknown): ReadonlyArray<object> {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

describe.each(suites)("what is generated of %s", (suite) => {
  const once = generate(suite);

  it("is the same twice, to the byte", () => {
    expect([...generate(suite)]).toEqual([...once]);
  });

  it("has an id for all that Postman would give a random one, and none of the SDK's stray keys", () => {
    const [collection = ""] = once.values();
    const objects = objectsIn(JSON.parse(collection));
    expect(objects.length).toBeGreaterThan(1000);
    const named = objects.filter(
      (one) => "request" in one || "item" in one || "exec" in one || "originalRequest" in one,
    );
    expect(named.filter((one) => !("id" in one) && !("info" in one))).toEqual([]);
    expect(objects.filter((one) => "_" in one)).toEqual([]);
  });
});

it("the worked examples are far from the few megabytes that Postman refuses to import", () => {
  const sizes = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".postman_collection.json"))
    .map((name) => statSync(join(folder, name)).size);
  expect(sizes).toHaveLength(suites.length);
  expect(Math.max(...sizes)).toBeLessThan(2_000_000);
});
