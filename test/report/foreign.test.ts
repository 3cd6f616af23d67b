import { expect, it } from "vitest";
import { exitCode } from "../../src/result/exit-code.ts";
import type { Run } from "../../src/result/model.ts";
import { parseRunFile } from "../../src/result/parse-run-file.ts";
import { encodeRun } from "../support/encode-run.ts";
import { runForeign } from "../support/foreign.ts";
import { startShop } from "../support/foreign-server.ts";
import { consoleOf, jsonOf } from "./draw.ts";

function item(name: string, path: string, exec: string) {
  return {
    name,
    event: [{ listen: "test", script: { exec } }],
    request: { url: `{{u}}${path}`, auth: { type: "noauth" } },
  };
}

const holds = "pm.test('holds', () => {});";

const collection = {
  info: { name: "Wild" },
  item: [
    {
      name: "Pages",
      item: [
        item("one", "/open/:page", holds),
        item("two", "/open/:page", "pm.test('is 404', () => pm.response.to.have.status(404));"),
        item("three", "/open/3", ""),
      ],
    },
    item("gone", "/nothing", "pm.test('is 404', () => pm.response.to.have.status(404));"),
    item("five", "/open/5", ""),
    item("broken", "/open/6", "undefinedFunction(); pm.test('no', () => {});"),
    item("jump", "/open/7", `${holds} pm.execution.setNextRequest('nine');`),
    item("eight", "/open/8", holds),
    item("nine", "/open/9", ""),
  ],
};

/** Times and ports are different each time. */
function steady(text: string, url: string): string {
  return text
    .replaceAll(url, "http://localhost:1")
    .replace(/\d+(\.\d+)? m?s\b/g, "5 ms")
    .replace(/p50\/p95.*/, "p50/p95")
    .replace(/( slowest)[\s\S]*?\n\n/, "$1\n\n");
}

it("shows what became of a collection that declares no codes", async () => {
  const shop = await startShop();
  const run = await runForeign(collection, { envVar: { u: shop.url } });
  await shop.close();
  const text = JSON.stringify(collection, null, "\t");
  const sources = [{ file: "some.postman_collection.json", text }];
  expect(steady(consoleOf(run, { width: 80, sources }), shop.url)).toMatchInlineSnapshot(`
    "Wild · 9 cases, 4 checks in 5 ms · 1 lane

                    200 404
    GET /open/:page  ✗
    GET /open/3      ○
    GET /nothing         ●
    GET /open/5      ○
    GET /open/6      !
    GET /open/7      ●
    GET /open/9      ○
                     ● proven  ✗ failed  ! errored  ○ unproven

     ✗ Pages / two                                some.postman_collection.json:27:14
       is 404: expected response to have status code 404 but got 200
       27 |      "name": "two",
          |              ^^^^^ declared here
       body  {"page":":page"}
       curl  curl http://localhost:1/open/:page

     ! 1 case errored: SCRIPT: undefinedFunction is not defined
         broken                                           some.postman_…n.json:97:12

     ○ 3 cases unproven: no pm.test ran: nothing was asserted about the response
         Pages / three                                    some.postman_…n.json:44:14
         five                                             some.postman_…n.json:80:12
         nine                                             some.postman_….json:148:12

     - 1 case skipped: the collection's scripts went past it

     success  87.5 % 2xx, 75 % as expected, of 8 responses
     p50/p95

     slowest

     3 passed · 1 failed · 1 errored · 1 skipped · 3 requests unproven
    "
  `);
  const json = JSON.parse(jsonOf(run));
  expect(json.suites[0].findings).toEqual([]);
  expect(json.suites[0].metrics["met-coverage-status"]).toEqual({ observed: null, missing: [] });
  expect(json.suites[0].metrics["met-undocumented"]).toEqual([]);
  const read: Run | undefined = parseRunFile(encodeRun(run)).run;
  expect(read).toEqual(run);
  expect(exitCode(run)).toBe(3);
});
