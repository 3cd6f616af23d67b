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

describe("whatever stands in a manifest", () => {
  it("reaches scripts as JSON literals only, and every script compiles", () => {
    fc.assert(
      fc.property(hostile, hostile, (value, name) => {
        const marker = `kilroy${value}`;
        const text = JSON.stringify({
          name: "Hostile",
          baseUrl: "http://localhost:1",
          endpoints: {
            "POST /things": {
              summary: marker.replace(/[{}$]/g, ""),
              body: { [`field${name.replace(/[{}$]/g, "")}`]: marker.replace(/[{}$]/g, "") },
              expect: {
                201: {
                  equals: { a: marker.replace(/[{}$]/g, "") },
                  headers: { "X-A": marker.replace(/[{}$/\p{Cc}]/gu, "") },
                },
                422: null,
              },
            },
          },
        });
        const { collection } = collectionOf(manifestOf(text));
        const scripts = JSON.stringify(collection, (key, v) => (key === "exec" ? v.join("\n") : v));
        for (const [, source] of scripts.matchAll(/"exec":("(?:[^"\\]|\\.)*")/g)) {
          const script: string = JSON.parse(source ?? '""');
          expect(() => new Function("pm", script)).not.toThrow();
          const [, ...lines] = script.split("\n");
          expect(withoutLiterals(lines.join("\n"))).not.toContain("kilroy");
        }
      }),
      { numRuns: 60 },
    );
  });
});
