import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import sdk, { type Item } from "postman-collection";
import { describe, expect, it } from "vitest";
import { generateFiles } from "../../src/collection/files.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import { packageRoot } from "../../src/package.ts";
import { expandPlan } from "../../src/plan/expand.ts";
import { loadTemplates } from "../../src/template.ts";
import { manifestOf } from "../support/suite.ts";

const render = loadTemplates();
const bookstore = join(packageRoot, "collections/bookstore/newmanifest.yaml");
// Published with the Postman Collection Format; it lies beside the repository where CI runs.
const schemaFile = join(packageRoot, "../shared/postman-schema/collection-v2.1.0.json");

function generate(): ReadonlyMap<string, string> {
  const { manifest } = parseManifest([bookstore], { read: (file) => readFileSync(file, "utf8") });
  if (manifest === undefined) throw new Error("the bookstore does not parse");
  return generateFiles(expandPlan(manifest), { manifest, render, placeOf: () => "newmanifest.yaml:1" });
}

const text = generate().get("bookstore.postman_collection.json") ?? "";
const items: Item[] = [];
new sdk.Collection(JSON.parse(text)).forEachItem((item) => items.push(item));

describe("the generated collection", () => {
  it("is the same twice, to the byte", () => {
    expect([...generate()]).toEqual([...generate()]);
    expect(text.length).toBeGreaterThan(10_000);
  });

  it.runIf(existsSync(schemaFile))("fits the published schema of v2.1.0", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, schemaId: "$id" } as object);
    const { $schema: _, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8"));
    const validate = ajv.compile(schema);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  it("loads in the SDK, with an id and a name of its own for each item", () => {
    expect(items.length).toBeGreaterThan(60);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
  });

  it("has scripts that each compile on their own", () => {
    for (const item of items) {
      for (const event of item.events.all()) {
        const source = [event.script.exec ?? []].flat().join("\n");
        expect(() => new Function("pm", source), item.name).not.toThrow();
      }
    }
  });

  it("has an example and a description for each item", () => {
    for (const item of items) {
      // Where an earlier response led to has an address that nobody knows yet.
      const isFollowed = /_(location|job|next)\}\}$/.test(item.request.url.toString());
      expect(item.responses.count(), item.name).toBe(isFollowed ? 0 : 1);
      expect(String(item.request.description), item.name).toMatch(/source: .+/);
    }
  });

  it("holds no secret: an environment declares it, typed secret, and empty", () => {
    const environment = JSON.parse(generate().get("staging.postman_environment.json") ?? "{}");
    expect(environment.values).toContainEqual({ key: "memberToken", value: "", type: "default", enabled: true });
  });

  it("holds no secret that only an environment knows", () => {
    const manifest = manifestOf(`
baseUrl: http://localhost:1
secrets: [spareKey]
environments: { local: { baseUrl: "http://localhost:1", variables: { spareKey: hunter2, other: shown } } }
endpoints: { GET /a: 200 }
`);
    const placeOf = () => "api.yaml:1";
    const files = generateFiles(expandPlan(manifest), { manifest, render, placeOf });
    const all = [...files.values()].join("\n");
    expect(all).toContain("shown");
    expect(all).not.toContain("hunter2");
    const environment = JSON.parse(files.get("local.postman_environment.json") ?? "{}");
    expect(environment.values).toContainEqual({ key: "spareKey", value: "", type: "secret", enabled: true });
  });
});
