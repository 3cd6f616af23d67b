import { describe, expect, it } from "vitest";
import { manifestOf, textAt } from "./parse-text.ts";

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

  it("hold metrics to limits, with the place of each", () => {
    const manifest = manifestOf(`baseUrl: http://x
alerts: { p95: "<  1.2s", all   5xx: "< 2x last 10", 503: = 0 }
endpoints:
  GET /a: { expect: 200, alerts: { "p95 2xx": < 200ms } }`);
    const of = (alerts: typeof manifest.alerts) => alerts.map(({ text, span }) => [text, textAt(manifest, span)]);
    expect(of(manifest.alerts)).toEqual([
      ["p95 < 1.2s", "p95"],
      ["all 5xx < 2x last 10", "all   5xx"],
      ["503 = 0", "503"],
    ]);
    expect(of(manifest.endpoints[0]?.alerts ?? [])).toEqual([["p95 2xx < 200ms", '"p95 2xx"']]);
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
