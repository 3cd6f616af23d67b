import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCollection } from "../../src/collection/foreign/read-collection.ts";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import { foreignSuite } from "../../src/run/foreign/foreign-suite.ts";
import { runSuites } from "../../src/run/run-suites.ts";
import { openLocalStation } from "../../src/run/station/local.ts";
import { consoleOf, jsonOf } from "../report/draw.ts";
import { startShop } from "../support/foreign-server.ts";

/** What breaks those who take a file for what it should be. */
const odd = [
  "null",
  "5",
  "[]",
  "[null]",
  "{}",
  '{"constructor": {"_postman_propertyName": "Item"}}',
  '{"toString": 1, "valueOf": 2, "__proto__": {"item": []}}',
];

/** Where it may stand: a collection with `@` in its place. */
const places = [
  '{"info": {"name": "c"}, "item": [{"id": @, "request": "URL"}]}',
  '{"info": {"name": "c"}, "item": [{"name": @, "request": "URL"}]}',
  '{"info": {"name": "c"}, "item": [{"info": @, "request": "URL"}]}',
  '{"info": {"name": @}, "item": [{"request": "URL"}], "variable": [@]}',
  '{"info": {"name": "c"}, "item": [{"request": {"url": "URL", "method": @}}]}',
  '{"info": {"name": "c"}, "item": [{"request": {"url": {"raw": "URL", "host": @, "path": [@], "query": [@]}}}]}',
  '{"info": {"name": "c"}, "item": [{"request": {"url": "URL", "header": [{"key": "a", "value": @}]}}]}',
  '{"info": {"name": "c"}, "item": [{"request": {"url": "URL", "header": @, "body": {"mode": @}}}]}',
  '{"info": {"name": "c"}, "item": [{"request": {"url": "URL", "method": "POST", "body": {"mode": "formdata", "formdata": [{"type": "file", "key": "a", "src": @}]}}}]}',
  '{"info": {"name": "c"}, "item": [{"request": "URL"}], "auth": {"type": "basic", "basic": @}}',
  '{"info": {"name": "c"}, "item": [{"request": "URL"}], "auth": @}',
  '{"info": {"name": "c"}, "item": [{"request": "URL", "event": [{"listen": "test", "script": {"exec": @}}]}], "event": @}',
  '{"info": {"name": "c"}, "item": [{"request": "URL", "protocolProfileBehavior": @, "variable": @, "item": @}]}',
];

describe("a collection that means harm", () => {
  it.each(places)("runs to its end, or is refused: %s", { timeout: 60_000 }, async (place) => {
    const shop = await startShop();
    for (const value of odd) {
      const text = place.replaceAll("@", value).replaceAll("URL", `${shop.url}/open/x`);
      const { collection, diagnostics } = readCollection({ file: "c.json", text });
      for (const one of diagnostics) drawDiagnostic(one, [{ file: "c.json", text }]);
      if (collection === undefined) {
        expect(diagnostics).not.toEqual([]);
        continue;
      }
      const { suite } = foreignSuite(collection, { timeoutRequestMs: 1000, hasFile: () => false });
      if (suite === undefined) throw new Error(text);
      const run = await runSuites({ suites: [suite], openStation: openLocalStation(), environment: "" });
      expect(run.cases).toHaveLength(1);
      consoleOf(run, {});
      jsonOf(run);
    }
    await shop.close();
  });

  it("is read without an exception, whatever its parts are", () => {
    const name = fc.constantFrom(
      "item",
      "info",
      "name",
      "request",
      "url",
      "raw",
      "host",
      "path",
      "auth",
      "type",
      "basic",
      "event",
      "script",
      "exec",
      "variable",
      "key",
      "value",
      "id",
      "body",
      "mode",
      "formdata",
      "src",
      "header",
      "query",
      "disabled",
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: "medium" },
        fc.constantFrom(null, 1, true, "", "{{a}}", "http://{{a}}", "formdata", "basic", "pm.environment.set(x)"),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(name, tie("tree"), { maxKeys: 6 }),
      ),
    }));
    const collection = fc.record({
      info: fc.record({ name: tree }),
      item: fc.array(
        fc.record({ name: tree, request: tree, item: tree, event: tree, auth: tree }, { requiredKeys: ["request"] }),
      ),
      auth: tree,
      event: tree,
      variable: tree,
    });
    fc.assert(
      fc.property(collection, fc.boolean(), (content, isParallel) => {
        const source = { file: "c.json", text: JSON.stringify(content) };
        const read = readCollection(source);
        const made = read.collection && foreignSuite(read.collection, { isParallel, hasFile: () => false });
        for (const one of [...read.diagnostics, ...(made?.diagnostics ?? [])]) drawDiagnostic(one, [source]);
        if (made?.suite) made.suite.collectionOf(made.suite.plan.groups);
      }),
      { numRuns: 500 },
    );
  });
});
