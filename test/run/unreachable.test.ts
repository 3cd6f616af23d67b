import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "newmanifest-"));

function manifestFile(baseUrl: string): string {
  const file = join(folder, "api.yaml");
  writeFileSync(
    file,
    `name: Nobody\nbaseUrl: ${baseUrl}\nendpoints:\n  GET /a: 200\n  POST /b: { body: { x: 1 }, expect: 201 400 }\n`,
  );
  return file;
}

describe("a server that cannot be reached", () => {
  it("ends the run with exit code 3, one line, and every case errored", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));

    const json = join(folder, "report.json");
    const file = manifestFile(`http://127.0.0.1:${port}`);
    const result = await cli(["run", file, "-r", `json=${json}`, "-o", join(folder, "out")]);

    expect(result.code).toBe(3);
    expect(result.stderr).toBe(`error: nothing listens at http://127.0.0.1:${port} (ECONNREFUSED)\n`);
    const report = JSON.parse(readFileSync(json, "utf8"));
    expect(report.summary.cases).toBeGreaterThan(2);
    expect(report.summary.errored).toBe(report.summary.cases);
    for (const one of report.suites[0].cases) expect(one.attempts[0].error.code).toBe("ECONNREFUSED");
  });

  it("says so of a host that does not exist", async () => {
    const result = await cli(["run", manifestFile("http://nobody.invalid"), "-o", join(folder, "out")]);
    expect(result.code).toBe(3);
    expect(result.stderr).toMatch(/^error: .*nobody\.invalid.*\n$/);
  });

  it("gives up on a server that never answers when its time is over", async () => {
    const server = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const json = join(folder, "hang.json");
    const file = manifestFile(`http://127.0.0.1:${port}`);
    const result = await cli([
      "run",
      file,
      "--timeout-request",
      "300",
      "-r",
      `json=${json}`,
      "-o",
      join(folder, "out"),
    ]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));

    expect(result.code).toBe(3);
    const report = JSON.parse(readFileSync(json, "utf8"));
    expect(report.summary.errored).toBe(report.summary.cases);
    for (const one of report.suites[0].cases) expect(one.attempts[0].error.code).toBe("ESOCKETTIMEDOUT");
  });
});
