import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { cli } from "../support/cli.ts";
import { serve } from "./serve.ts";

const page = readFileSync(join(packageRoot, "docs/mock.md"), "utf8");

/** The fenced code of the page, by the file name that it begins with. */
const files = new Map(
  [...page.matchAll(/^```\w+\n(?:\/\/|#) (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = "", code = ""]) => [name, code]),
);

test("the client of docs/mock.md passes its test against a mock of the manifest beside it", async () => {
  expect([...files.keys()]).toEqual(["shop.yaml", "client.mjs", "client.test.mjs"]);
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-docs-"));
  for (const [name, code] of files) writeFileSync(join(folder, name), code);
  const { url, log } = await serve(files.get("shop.yaml") ?? "");
  const script = join(folder, "client.test.mjs");
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...env, API: url } });
  expect(stdout).toMatch(/pass 4\b/);
  expect(log.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 429, 503]));
});

test("docs/mock.md has every option of the command", async () => {
  const { stdout } = await cli(["mock", "--help"]);
  const options = [...stdout.matchAll(/^\s+(?:-\w, )?(--[\w-]+)/gm)].flatMap(([, name]) => name ?? []);
  expect(options).toContain("--delay");
  for (const option of options.filter((name) => name !== "--help")) expect(page).toContain(option);
});
