import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import { manifestOf, parseTexts } from "./parse-text.ts";

const valid = `name: A
baseUrl: http://x
auth: { me: { bearer: "{{token}}" } }
endpoints:
  POST /books: { body: { title: Dune }, expect: 201 422 }
  GET /books/{id}: { expect: { 200: { under: 1s }, 404: [{ when: { path: { id: 7 } } }] } }
flows:
  A:
    - POST /books: { expect: 201, save: { id: $.id } }
    - GET /books/{id}: 200
`;

const pieces = [
  "\n",
  "\n  ",
  ": ",
  "{",
  "}",
  "[",
  "]",
  "<<",
  "*a",
  "&a ",
  "{{x}}",
  "${X}",
  "'",
  '"',
  "|\n",
  "\t",
  "- ",
  "null",
  "__proto__",
];

/** Parses and draws; either the manifest or an error must come of it. */
function survive(text: string): void {
  const { manifest, diagnostics, sources } = parseTexts({ "api.yaml": text });
  const drawn = diagnostics.map((diagnostic) => drawDiagnostic(diagnostic, sources));
  expect(manifest !== undefined || drawn.length > 0).toBe(true);
}

describe("hostile text", () => {
  it("never throws: any characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), survive), { numRuns: 500 });
  });

  it("never throws: a manifest with a piece replaced", () => {
    const parts = fc.array(fc.constantFrom(...pieces), { maxLength: 4 });
    const property = fc.property(fc.nat(valid.length), fc.nat(20), parts, (at, length, part) => {
      survive(valid.slice(0, at) + part.join("") + valid.slice(at + length));
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it("never throws: any value for any key", () => {
    const keys = ["include", "path", "auth", "environments", "defaults", "secrets", "rules", "endpoints", "flows"];
    const suite = fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(suite, (value) => survive(JSON.stringify(value))),
      { numRuns: 500 },
    );
  });

  it.each(["[", "{a: ", "- ", "? ", "a: ", "!x ", "&x "])("is a diagnostic when %o is repeated", (piece) => {
    const { manifest, diagnostics } = parseTexts({ "api.yaml": piece.repeat(20_000) });
    expect(manifest).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  it("keeps names of built-in properties plain", () => {
    const { endpoints } = manifestOf(`baseUrl: http://x
endpoints:
  POST /a: { query: { constructor: 1, toString: 2 }, body: { "__proto__": { isAdmin: true } }, expect: 201 }`);
    expect(endpoints[0]?.query).toEqual({ constructor: "1", toString: "2" });
    expect(JSON.stringify(endpoints[0]?.body)).toContain('"__proto__":{"isAdmin":true}');
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });
});
