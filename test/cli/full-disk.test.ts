import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { buildCase, buildRun } from "../result/run-builder.ts";
import { encodeRun } from "../support/encode-run.ts";

const folder = mkdtempSync(join(tmpdir(), "full-disk-"));
afterAll(() => rmSync(folder, { recursive: true }));
const dist = (name: string) => join(packageRoot, "dist/cli", name);

/** Node in a process that may write no file longer than a block: the call that reaches its end takes a part, and says nothing. */
async function limited(...args: ReadonlyArray<string>) {
  const command = ["-c", 'ulimit -f 1; exec "$0" "$@"', process.execPath, ...args];
  const { code = 0, stdout, stderr } = await promisify(execFile)("sh", command).catch((error) => error);
  return { code, stdout, stderr };
}

describe.runIf(process.platform !== "win32")("a disk that takes a part of what is written", () => {
  it("cuts no report without a word", async () => {
    const run = join(folder, "run.ndjson");
    const report = join(folder, "report.json");
    writeFileSync(run, encodeRun(buildRun([buildCase("GET /a", "200")])));
    const { code, stderr } = await limited(dist("bin.js"), "report", run, "-r", `json=${report}`);
    expect([code, stderr]).toEqual([2, `error: cannot write ${report}: the file would be too large\n`]);
  });

  it("loses no case of a run: what was not written to its end is kept", async () => {
    const script = `
      import { openRunFile } from ${JSON.stringify(dist("run-file.js"))};
      const file = openRunFile(${JSON.stringify(join(folder, "out"))});
      file.start({ cases: 2 });
      for (const id of ["long", "next"]) file.add({ id, title: "x".repeat(2000), attempts: [] }, 0);
      console.log(file.unwritten().map(({ id }) => id).join(), file.close());`;
    const { stdout } = await limited("--input-type=module", "-e", script);
    expect(stdout).toContain("long,next cannot write");
  });
});
