import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package.ts";

it("answers from the manifest alone: what the suites check is no model for what the mock does", () => {
  const folder = join(packageRoot, "src/mock");
  const imports = readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/from "(\.\.\/[^"]+)"/g)].map((match) => match[1]),
  );
  expect(imports).toContain("../http/statuses.ts");
  expect([...new Set(imports)].sort()).toEqual(["../http/statuses.ts", "../manifest/model.ts"]);
});
