import { createRequire } from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/package.ts";
import { cli } from "../../support/cli.ts";
import { notPassed } from "../../support/suite.ts";
import { tryOut } from "./try-out.ts";

const bookstore = join(packageRoot, "collections/bookstore/newmanifest.yaml");

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is in use when nothing more can be freed. */
function usedBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// Before anything else here has run a suite.
it("Newman is loaded when something is run, and for nothing else", async () => {
  const isLoaded = () =>
    Object.keys(createRequire(import.meta.url).cache).some((file) => /node_modules.newman\W/.test(file));
  for (const args of [["--help"], ["explain", "409"], ["generate", "--check", bookstore]]) {
    expect((await cli(args)).code).toBe(0);
  }
  expect(isLoaded()).toBe(false);
  await tryOut({ endpoints: { "GET /a": 200 } });
  expect(isLoaded()).toBe(true);
});

it("what is in use does not grow with the bodies that came", async () => {
  const megabyte = 1024 * 1024;
  const data = Array.from({ length: 14 }, (_, n) => ({ n }));
  const used: number[] = [];
  const { run } = await tryOut(
    { endpoints: { "GET /blob": { query: { n: "{{n}}" }, data, expect: 200 } } },
    (response) => {
      used.push(usedBytes());
      response.setHeader("Content-Type", "application/octet-stream");
      // A body of its own each time.
      response.end(Buffer.alloc(megabyte, used.length));
    },
  );
  expect(notPassed(run)).toEqual([]);
  // The first ones fill caches.
  const [from = 0, to = 0] = [used[3], used.at(-1)];
  expect(used).toHaveLength(14);
  expect((to - from) / megabyte).toBeLessThan(5);
});
