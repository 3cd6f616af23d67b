import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package.ts";

it("answers from the manifest alone: what the suites check is no model for what the mock does", () => {
  const folder = join(packageRoot, "src/mock");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const imports = files.flatMap((name) => {
    const targets = [...readFileSync(join(folder, name), "utf8").matchAll(/from "(\.[^"]+)"/g)].map(
      ([, to = ""]) => to,
    );
    return targets.map((to) => relative(folder, join(folder, dirname(name), to))).filter((to) => to.startsWith(".."));
  });
  expect(imports).toContain("../http/statuses.ts");
  expect([...new Set(imports)].sort()).toEqual(["../http/statuses.ts", "../manifest/model.ts"]);
});
