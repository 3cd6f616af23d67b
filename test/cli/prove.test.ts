import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "prove-cli-"));

function manifest(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const small = manifest(
  "small.yaml",
  `
name: Small
baseUrl: http://localhost:1
profile: minimal
auth: { ann: { bearer: "{{ann}}" } }
endpoints:
  GET /notes: 200
  POST /notes: { body: { text: "{{$guid}}" }, expect: 201 401 }
`,
);

/** In this thread: what a test runs is not built. */
const here = ["--workers", "1"];

describe("newmanifest prove", () => {
  it("tells what is caught, and what to declare for what is not", async () => {
    const { code, stdout } = await cli(["prove", small, "--fault", "no-location", "reads-are-open", ...here]);
    expect(code).toBe(0);
    expect(stdout).toContain("● no-location     201-location-present  POST /notes -> 201");
    expect(stdout).toContain("fix    declare 401 on GET /notes");
    expect(stdout).toContain("1 of 2 faults caught (50%)");
  });

  it("names a remedy that works", async () => {
    const better = manifest(
      "better.yaml",
      readFileSync(small, "utf8").replace("GET /notes: 200", "GET /notes: 200 401"),
    );
    const { stdout } = await cli(["prove", better, "--fault", "reads-are-open", ...here]);
    expect(stdout).toContain("1 of 1 fault caught (100%)");
  });

  it("fails below --min, and writes every report that is asked for", async () => {
    const report = join(folder, "deep/proof.json");
    const flags = ["--fault", "reads-are-open", "--min", "95%", "--reporter", `console,json=${report}`];
    const { code, stderr } = await cli(["prove", small, ...flags, ...here]);
    expect(code).toBe(1);
    expect(stderr).toContain("error: 0% caught, and --min asks for 95%\n");
    expect(JSON.parse(readFileSync(report, "utf8")).faults[0].verdict).toBe("missed");
  });

  it("stops where the suite is red without a fault", async () => {
    const red = manifest(
      "red.yaml",
      "baseUrl: http://localhost:1\nendpoints: { GET /a: { expect: { 200: { tests: \"pm.test('no', () => pm.expect(1).to.equal(2));\" } } } }",
    );
    const { code, stdout, stderr } = await cli(["prove", red, ...here]);
    expect(code).toBe(1);
    expect(stdout).toContain("✗ GET /a -> 200");
    expect(stderr).toContain("error: the suite is not green on its own mock");
  });

  it.each([
    [["--fault", "no-locaton"], 'there is no fault "no-locaton": did you mean "no-location"?'],
    [["--reporter", "pdf"], 'there is no reporter "pdf": one of console, json, html, markdown, junit'],
    [["--min", "most"], "Write a share: 95%."],
    [["--min", "150"], "Write a share: 95%."],
  ])("says what is wrong with %j", async (flags, message) => {
    const { code, stderr } = await cli(["prove", small, ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("newmanifest mock --fault", () => {
  it("serves the mistake, and says so", async () => {
    const { code, stderr } = await cli(["mock", small, "--port", "0", "--fault", "no-location", "--no-watch"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("whole number")]);
    const served = await cli(["mock", small, "--port", "45871", "--fault", "no-location", "--no-watch"]);
    expect(served.code).toBe(0);
    expect(served.stderr).toContain("with the fault no-location: a 201 has no Location (POST /notes)");
  });
});

describe("newmanifest explain", () => {
  it("tells of a fault", async () => {
    const { stdout } = await cli(["explain", "no-location"]);
    expect(stdout).toContain("no-location: a 201 has no Location");
    expect(stdout).toContain("newmanifest mock --fault no-location");
  });
});
