import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { manifestJsonSchema } from "../../src/manifest/json-schema.ts";

const file = fileURLToPath(new URL("../../schema.json", import.meta.url));

describe("schema.json", () => {
  it("is what the parser checks with", async () => {
    expect(existsSync(file)).toBe(true);
    await expect(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(file);
  });

  const check = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(file, "utf8")));

  it.each([
    { baseUrl: "http://x", endpoints: { "GET /books": 200, "POST /books": "201 422", "GET /a": [200, "404"] } },
    {
      auth: { me: { basic: { username: "a", password: "b" } } },
      endpoints: { "GET /a": { as: "me", expect: { 200: null } } },
    },
    { flows: { A: [{ "POST /a": { expect: 201, save: { id: "$.id" } } }] }, rules: { "405-allow-present": "off" } },
  ])("accepts a right manifest", (manifest) => {
    expect(check(manifest), JSON.stringify(check.errors)).toBe(true);
  });

  it.each([
    { endpoint: {} },
    { endpoints: { "GET /books": { expcet: 200 } } },
    { endpoints: { books: 200 } },
    { auth: { me: { bearer: "a", cookie: { name: "a", value: "b" } } } },
    { profile: "none" },
    { rules: { "405-allow-presnt": "off" } },
    { flows: { A: [{ expect: 200 }] } },
  ])("rejects %j", (manifest) => {
    expect(check(manifest)).toBe(false);
  });

  it("explains every key", () => {
    const bare: string[] = [];
    walk(manifestJsonSchema(), (name, schema) => {
      if (typeof schema.description !== "string") bare.push(name);
    });
    expect(bare).toEqual([]);
  });
});

interface Schema {
  readonly description?: unknown;
  readonly properties?: Record<string, Schema>;
}

function walk(schema: unknown, visit: (name: string, schema: Schema) => void): void {
  if (typeof schema !== "object" || schema === null) return;
  if ("properties" in schema) for (const [name, part] of Object.entries(schema.properties ?? {})) visit(name, part);
  for (const part of Object.values(schema)) walk(part, visit);
}
