import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { referencePages } from "../src/http/reference.ts";
import { packageRoot } from "../src/package.ts";

describe("docs/", () => {
  // `npx vitest run test/docs.test.ts -u` writes them again.
  it.each([...referencePages()])("%s is what the tables say", async (name, text) => {
    await expect(text).toMatchFileSnapshot(join(packageRoot, "docs", name));
  });

  it("has a table row for each entry, of as many cells as the head", () => {
    for (const text of referencePages().values()) {
      const rows = text.split("\n").filter((line) => line.startsWith("|"));
      expect(rows.length).toBeGreaterThan(5);
      const cells = rows.map((row) => row.replaceAll("\\|", "").split("|").length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});
