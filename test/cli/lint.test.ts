import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package.ts";
import { cli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "newmanifest-lint-"));

function file(name: string, ...lines: ReadonlyArray<string>): string {
  const path = join(folder, name);
  writeFileSync(path, `${["name: L", "baseUrl: http://localhost:1", ...lines].join("\n")}\n`);
  return path;
}

const tenLines = [
  'auth: { member: { bearer: "{{m}}" }, admin: { bearer: "{{a}}" } }',
  "endpoints:",
  "  GET /health: { public: true, expect: 200 503 }",
  "  GET /books: 200 401",
  '  POST /books: { body: { title: Dune, isbn: "{{$guid}}" }, expect: 201 400 401 409 415 422 }',
  "  GET /books/{id}: 200 304 401 404",
  '  PUT /books/{id}: { body: { title: Dune, isbn: "{{$guid}}" }, expect: 200 401 404 412 422 }',
  "  DELETE /books/{id}: 204 401 404",
  "  GET /admin/stats: { as: admin, expect: 200 401 403 }",
];

describe("newmanifest lint", () => {
  it("draws what it finds, with the id and the remedy, and ends with 1 where it is an error", async () => {
    const manifest = file("error.yaml", "endpoints:", "  DELETE /a: { expect: { 204: { body: { ok: true } } } }");
    const { code, stdout, stderr } = await cli(["lint", manifest]);
    expect(stdout).toBe(
      [
        "error: DELETE /a -> 204: a body is expected of a response that cannot have one  [lint-204-with-body]",
        ` --> ${manifest}:4:26`,
        "  |",
        "4 |   DELETE /a: { expect: { 204: { body: { ok: true } } } }",
        "  |                          ^^^ drop the body, or use 200",
        "",
        "1 endpoints, 1 cases · 1 error",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe("");
    expect(code).toBe(1);
  });

  it("has nothing to say of the ten lines of the README but hints", async () => {
    const { code, stdout } = await cli(["lint", file("ten.yaml", ...tenLines)]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/^(error|warning|hint)/m);
    expect(stdout).toMatch(/ · \d hints \(--hints shows them\)\n$/);
  });

  it("has no error for the worked examples", async () => {
    const { code, stdout } = await cli(["lint", join(packageRoot, "collections/bookstore/newmanifest.yaml")]);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/^error/m);
  });

  it("shows hints when it is asked to", async () => {
    const { stdout } = await cli(["lint", file("ten.yaml", ...tenLines), "--hints"]);
    expect(stdout).toMatch(/^hint: GET \/books: a list is read whole .*\[lint-list-without-pagination\]$/m);
    expect(stdout).not.toContain("--hints");
  });

  it("says once what is wrong many times, with a line for each place", async () => {
    const endpoints = ["a", "b", "c", "d", "e"].map((name) => `  GET /${name}: 2xx`);
    const { stdout } = await cli(["lint", file("many.yaml", "endpoints:", ...endpoints)]);
    expect(stdout.match(/lint-default-only/g)).toHaveLength(1);
    expect(stdout).toContain(`  and 4 more:\n    ${join(folder, "many.yaml")}:5  GET /b\n`);
  });

  const faulty = ["endpoints:", "  DELETE /a: { expect: { 204: { body: { ok: true } } } }", "  GET /b/: 200"];

  it("takes levels from --rule, which goes before the manifest", async () => {
    const manifest = file("levels.yaml", "rules: { lint-204-with-body: warning }", ...faulty);
    expect(await cli(["lint", manifest])).toMatchObject({ code: 0 });
    const raised = await cli([
      "lint",
      manifest,
      "--rule",
      "lint-204-with-body=error",
      "--rule",
      "lint-path-trailing-slash=error",
    ]);
    expect(raised.code).toBe(1);
    expect(raised.stdout).toContain("2 errors");
    const off = await cli(["lint", manifest, "--rule", "lint-204-with-body=off"]);
    expect(off.stdout).not.toContain("lint-204-with-body");
  });

  it("takes levels from the endpoint, which goes before the suite", async () => {
    const own = "  DELETE /a: { rules: { lint-204-with-body: off }, expect: { 204: { body: { ok: true } } } }";
    const other = "  DELETE /b: { expect: { 204: { body: { ok: true } } } }";
    const { stdout } = await cli(["lint", file("own.yaml", "endpoints:", own, other)]);
    expect(stdout).not.toContain("DELETE /a");
    expect(stdout).toContain("DELETE /b -> 204");
  });

  it.each([
    [["--rule", "lint-204-with-bdy=off"], 'there is no lint "lint-204-with-bdy": did you mean "lint-204-with-body"?'],
    [["--rule", "lint-204-with-body=never"], 'off, hint, warning or error, not "never"'],
    [["--rule", "lint-204-with-body"], "Write name=value."],
    [["--rule", "__proto__=off"], 'there is no lint "__proto__"'],
  ])("ends %j with exit code 2 and one clear sentence", async (args, sentence) => {
    const { code, stderr } = await cli(["lint", file("usage.yaml", ...faulty), ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  it("ends with 2 where the manifest has mistakes, also in the levels of lints", async () => {
    const misspelt = await cli(["lint", file("misspelt.yaml", "rules: { lint-204-with-bdy: off }", ...faulty)]);
    expect(misspelt.code).toBe(2);
    expect(misspelt.stderr).toContain('did you mean "lint-204-with-body"?');
    const hint = await cli(["lint", file("hint.yaml", "rules: { 201-location-present: hint }", ...faulty)]);
    expect(hint.code).toBe(2);
    expect(hint.stderr).toContain("only lints have hints");
  });

  it("prints nothing that could move the cursor", async () => {
    const evil = '  "GET /\\u001b[31m{id}": { path: { id: 1 }, expect: 200 }';
    const { stdout } = await cli(["lint", file("evil.yaml", "endpoints:", evil), "--hints"]);
    expect(stdout).toContain("lint-item-path-without-404");
    expect(stdout).not.toContain("\u001b");
  });

  it("finds the faults of a thousand endpoints", async () => {
    const endpoints = Array.from(
      { length: 1000 },
      (_, at) => `  GET /r${at}/{id}: { path: { id: 1 }, expect: 200 409 }`,
    );
    const manifest = file("large.yaml", "profile: minimal", "endpoints:", ...endpoints);
    const { stdout } = await cli(["lint", manifest]);
    expect(stdout).toContain("  and 999 more:");
    expect(stdout).toContain("1000 warnings");
  });
});
