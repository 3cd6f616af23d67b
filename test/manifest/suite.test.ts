import { describe, expect, it } from "vitest";
import { manifestOf, mistakesOf } from "./parse-text.ts";

const one = "\nendpoints:\n  GET /a: 200";

describe("suite keys", () => {
  it("are all there", () => {
    const manifest = manifestOf(`$schema: ./schema.json
name: Shop
description: A shop
baseUrl: https://shop.test/v1/
headers: { X-Tenant: t1, X-Count: 2 }
defaults: { errors: problem+json, under: 2s, headers: { Server: false } }
profile: thorough
strict: true
policy: { validation: 422, deleteMissing: 204 }
rules: { 405-allow-present: off, 4xx-body-explains: error }${one}`);
    expect(manifest).toMatchObject({
      name: "Shop",
      description: "A shop",
      baseUrl: "https://shop.test/v1",
      headers: { "X-Tenant": "t1", "X-Count": "2" },
      defaults: {
        errors: { kind: "problem+json" },
        underMs: 2000,
        headers: [{ kind: "absent", name: "Server" }],
      },
      profile: "thorough",
      strict: true,
      policy: { validation: "422", deleteMissing: "204" },
      rules: { "405-allow-present": "off", "4xx-body-explains": "error" },
    });
  });

  it("take the name of the file for a missing name", () => {
    expect(manifestOf(`baseUrl: http://x${one}`).name).toBe("api");
  });

  it("take an example for an error body", () => {
    const { defaults } = manifestOf(`baseUrl: http://x\ndefaults: { errors: { code: A1 } }${one}`);
    expect(defaults.errors).toEqual({ kind: "example", body: { code: "A1" } });
  });

  it.each([
    ["{ bearer: t }", { kind: "bearer", token: "t" }],
    ["{ basic: { username: u, password: 007 } }", { kind: "basic", username: "u", password: "007" }],
    ["{ digest: { username: u, password: p } }", { kind: "digest", username: "u", password: "p" }],
    ["{ apiKey: { name: X-Key, value: k } }", { kind: "apiKey", in: "header", name: "X-Key", value: "k" }],
    ["{ apiKey: { name: key, value: k, in: query } }", { kind: "apiKey", in: "query", name: "key", value: "k" }],
    ["{ cookie: { name: sid, value: s } }", { kind: "cookie", name: "sid", value: "s" }],
  ])("auth: %s", (written, auth) => {
    expect(manifestOf(`baseUrl: http://x\nauth: { me: ${written} }${one}`).identities).toMatchObject([
      { name: "me", auth },
    ]);
  });

  it("give each environment its baseUrl", () => {
    const { baseUrl, environments } = manifestOf(`environments:
  local: http://localhost:4010/
  staging: { baseUrl: "{{host}}/v1", variables: { a: 1 }, readOnly: true }${one}`);
    expect(baseUrl).toBe("http://localhost:4010");
    expect(environments).toEqual([
      { name: "local", baseUrl: "http://localhost:4010", variables: {}, isReadOnly: false },
      { name: "staging", baseUrl: "{{host}}/v1", variables: { a: "1" }, isReadOnly: true },
    ]);
  });

  it("say what has no effect yet, and go on", () => {
    expect(mistakesOf(`baseUrl: http://x\nalerts: { p95: "< 1s" }\npolicy: { stale: 409 }${one}`)).toMatchObject([
      { code: "not-effective-yet", args: { key: "alerts" } },
    ]);
    expect(() => manifestOf(`baseUrl: http://x\nstrict: false\nprofile: minimal${one}`)).not.toThrow();
  });

  it("can be shared with anchors", () => {
    const { endpoints } = manifestOf(`baseUrl: http://x
endpoints:
  GET /a: &shared { headers: { A: 1 }, tags: [x], expect: 200 }
  GET /b: { <<: *shared, expect: 404 }
  GET /c: *shared`);
    expect(endpoints.map(({ headers, tags, expect: codes }) => [headers, tags, codes[0]?.codes.text])).toEqual([
      [{ A: "1" }, ["x"], "200"],
      [{ A: "1" }, ["x"], "404"],
      [{ A: "1" }, ["x"], "200"],
    ]);
  });
});
