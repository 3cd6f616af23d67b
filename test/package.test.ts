import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../src/package.ts";

const run = (command: string, args: ReadonlyArray<string>, cwd: string) =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

describe("the package", () => {
  it("works where it is installed from its tarball", () => {
    const folder = mkdtempSync(join(tmpdir(), "newmanifest-pack-"));
    const [packed] = JSON.parse(
      run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], packageRoot),
    );
    const files: ReadonlyArray<string> = packed.files.map(({ path }: { path: string }) => path);
    expect(files).toEqual(expect.arrayContaining(["schema.json", "README.md", "dist/cli/bin.js", "dist/index.d.ts"]));
    expect(files.filter((file) => /^(src|test|collections)\//.test(file))).toEqual([]);

    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
    run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, packed.filename)], folder);
    writeFileSync(join(folder, "newmanifest.yaml"), "baseUrl: http://localhost:1\nendpoints:\n  GET /a: 200\n");
    expect(run("npx", ["newmanifest", "run", "--mock"], folder)).toContain("3 passed");
    expect(existsSync(join(folder, "newmanifest-out/run.ndjson"))).toBe(true);
    writeFileSync(
      join(folder, "use.js"),
      'import { statuses } from "newmanifest"; console.log(statuses.get(418).name);',
    );
    expect(run("node", ["use.js"], folder)).toBe("(Unused)\n");
  }, 180_000);
});
