import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectionOf, manifestOf } from "../support/suite.ts";

/** Strings that break out of scripts, templates, comments and markup where someone forgot to escape them. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"); process.exit(1); ("',
    "`${globalThis}`",
    "\u2028*/ throw 1 /*",
    "</script><script>alert(1)</script>",
    "{{#each this}}",
    "{{{{raw}}}}",
    "\\",
    "'\n'",
    "${BOOM}",
  ),
  fc.string({ unit: "grapheme" }),
);

/** The script with every JSON string literal taken out: nothing of the manifest may be left in it. */
function withoutLiterals(script: string): string {
  return script.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

/** A manifest with these strings wherever one may stand that reaches a script. */
function hostileManifest(value: string, name: string): string {
  // A variable's braces would be one that no environment has.
  const marker = value.replace(/[{}$]/g, "");
  const key = name.replace(/[{}$]/g, "");
  const plain = marker.replace(/[/\p{Cc}]/gu, "");
  return JSON.stringify({
    name: "Hostile",
    baseUrl: "http://localhost:1",
    profile: "thorough",
    auth: { somebody: { apiKey: { in: "query", name: plain, value: "{{key}}" } }, else: { bearer: "{{token}}" } },
    defaults: { errors: { error: marker, [key]: marker } },
    headers: { "X-Suite": plain },
    endpoints: {
      "POST /things": {
        summary: marker,
        query: { [key]: marker },
        body: { [key]: marker, list: [marker], email: `a@${plain}` },
        expect: {
          201: { equals: { a: marker }, headers: { "X-A": plain }, body: { [key]: marker }, schema: { const: marker } },
          409: null,
          422: [{ name: marker, when: { body: { [key]: marker } } }],
        },
      },
      "GET /things/{id}": { as: "else", rules: { "retry-after-grammar": "off" }, expect: [200, 304, 404] },
      "PUT /things/{id}": { body: { [key]: marker }, expect: [200, 412] },
      "GET /search": { path: {}, query: { q: marker }, expect: { 200: null, 429: { burst: 3 } } },
    },
    flows: {
      [`Flow ${plain}`]: [{ "POST /things": { expect: 201, save: { mine: `$.${key.replace(/\W/g, "") || "id"}` } } }],
    },
  });
}

describe("whatever stands in a manifest", () => {
  it("reaches scripts as JSON literals only, and every script compiles", () => {
    fc.assert(
      fc.property(hostile, hostile, (value, name) => {
        const text = hostileManifest(`kilroy${value}`, `field${name}`);
        const { collection } = collectionOf(manifestOf(text));
        const scripts = JSON.stringify(collection, (key, v) => (key === "exec" ? v.join("\n") : v));
        for (const [, source] of scripts.matchAll(/"exec":("(?:[^"\\]|\\.)*")/g)) {
          const script: string = JSON.parse(source ?? '""');
          expect(() => new Function("pm", script)).not.toThrow();
          const [, ...lines] = script.split("\n");
          expect(withoutLiterals(lines.join("\n"))).not.toContain("kilroy");
        }
      }),
      { numRuns: 25 },
    );
  });
});
