import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expandPlan } from "../../src/plan/expand.ts";
import { casesOf, manifestOf } from "../support/suite.ts";

/** Paths up to three resources deep, with every method that fits, and ids from creates of this or another resource. */
const resource = fc.constantFrom("books", "users", "carts", "reviews");
const path = fc.uniqueArray(resource, { minLength: 1, maxLength: 3 });
const method = fc.constantFrom("GET", "PUT", "DELETE", "PATCH");
const endpoint = fc.tuple(path, method, fc.boolean());

/** A manifest in which each of these endpoints, and every create that it needs, is declared. */
function manifestText(endpoints: ReadonlyArray<readonly [ReadonlyArray<string>, string, boolean]>): string {
  const lines = new Map<string, string>();
  for (const [names, verb, isForeign] of endpoints) {
    const params = names.map((name) => [name, `{${name}Id}`] as const);
    const item = params.map(([name, param]) => `/${name}/${param}`).join("");
    const own = params.map(([name], depth) => {
      const above = params
        .slice(0, depth)
        .map(([one, param]) => `/${one}/${param}`)
        .join("");
      return `POST ${isForeign ? "" : above}/${name}`;
    });
    const sources = params.map(([, param], depth) => `${param.slice(1, -1)}: { from: "${own[depth]}" }`).join(", ");
    for (const create of own) lines.set(create, `  ${create}: { body: { a: 1 }, expect: 201 }`);
    const body = verb === "PUT" || verb === "PATCH" ? "body: { a: 2 }, " : "";
    lines.set(`${verb} ${item}`, `  ${verb} ${item}: { ${body}path: { ${sources} }, expect: 200 }`);
  }
  return `baseUrl: http://localhost:1\nendpoints:\n${[...lines.values()].join("\n")}\n`;
}

describe("a plan", () => {
  it("has the happy case of every endpoint once, after whatever it takes its ids from", () => {
    fc.assert(
      fc.property(fc.array(endpoint, { minLength: 1, maxLength: 8 }), (endpoints) => {
        const manifest = manifestOf(manifestText(endpoints));
        const ids = casesOf(expandPlan(manifest)).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const {
          id,
          params,
          expect: [first],
        } of manifest.endpoints) {
          const at = ids.indexOf(`${id} > ${first?.codes.text}`);
          expect(at, id).toBeGreaterThan(-1);
          for (const { source } of params) {
            if (source.kind === "created")
              expect(ids.indexOf(`${source.by} > 201`), `${source.by} before ${id}`).toBeLessThan(at);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
