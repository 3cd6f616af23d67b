import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startCli } from "../support/child.ts";

const head = "name: Watched\nbaseUrl: http://localhost:1\nprofile: minimal\nendpoints:\n  GET /a: 200\n  GET /b: 200\n";

/** Resolves when the text has come. */
async function until(said: () => string, text: string | RegExp): Promise<void> {
  const has = () => (typeof text === "string" ? said().includes(text) : text.test(said()));
  for (let tries = 0; !has(); tries += 1) {
    if (tries > 1000) throw new Error(`never said ${text}: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it("runs again what a change of the manifest touches, and says what is wrong with a broken one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-watch-"));
  const file = join(folder, "api.yaml");
  writeFileSync(file, head);
  const child = startCli(["run", file, "--mock", "--watch", "-o", join(folder, "out")]);
  const later = (from: number) => () => child.said().slice(from);
  await until(child.said, "watching for changes");
  expect(child.said()).toContain(" 2 passed");

  let mark = child.said().length;
  writeFileSync(file, `${head}  GET /c: { expct: 200 }\n`);
  await until(later(mark), "watching for changes");
  expect(later(mark)()).toContain('did you mean "expect"');

  mark = child.said().length;
  writeFileSync(file, `${head}  GET /c: 200\n`);
  await until(later(mark), "watching for changes");
  expect(later(mark)()).toMatch(/Watched · \S+ · 1 case,/);
  expect(later(mark)()).toContain(" 1 passed");

  mark = child.said().length;
  writeFileSync(file, `# a comment moves every line\n${head}  GET /c: 200\n`);
  await until(later(mark), "watching for changes");
  expect(later(mark)()).toContain("nothing to do");

  child.process.kill("SIGINT");
  expect(await child.ended).toBe(130);
}, 60_000);

it("waits for a collection that cannot be read yet", async () => {
  const folder = mkdtempSync(join(tmpdir(), "newmanifest-watch-"));
  const file = join(folder, "late.json");
  const child = startCli(["run", file, "--watch", "-o", join(folder, "out")]);
  await until(child.said, "watching for changes");
  expect(child.said()).toContain("there is no such file");
  const mark = child.said().length;
  writeFileSync(file, JSON.stringify({ baseUrl: "http://127.0.0.1:9", endpoints: { "GET /a": 200 } }));
  await until(() => child.said().slice(mark), "watching for changes");
  expect(child.said().slice(mark)).toContain("nothing listens");
  child.process.kill("SIGINT");
  await child.ended;
}, 60_000);
