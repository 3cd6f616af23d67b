import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { referencePages } from "../src/http/reference.ts";
import { parseManifest } from "../src/manifest/parse.ts";
import { packageRoot } from "../src/package.ts";
import { faultPage } from "../src/prove/explain-fault.ts";
import { reporterPage } from "../src/report/reference.ts";
import { parseBaseline } from "../src/result/baseline/parse-baseline.ts";

const pages = new Map([...referencePages(), ["faults.md", faultPage()], ["reporters.md", reporterPage()]]);

describe("docs/", () => {
  // `npx vitest run test/docs.test.ts -u` writes them again.
  it.each([...pages])("%s is what the tables say", async (name, text) => {
    await expect(text).toMatchFileSnapshot(join(packageRoot, "docs", name));
  });

  it("has these pages and no others", () => {
    const written = ["report.png", "ci.md", "mock.md", "results.md", "running.md"];
    expect(readdirSync(join(packageRoot, "docs")).sort()).toEqual([...pages.keys(), ...written].sort());
  });

  it("has a table row for each entry, of as many cells as the head", () => {
    for (const text of pages.values()) {
      const rows = text.split("\n").filter((line) => line.startsWith("|"));
      expect(rows.length).toBeGreaterThan(5);
      const cells = rows.map((row) => row.replaceAll("\\|", "").split("|").length);
      expect(new Set(cells).size).toBe(1);
    }
  });

  it("shows limits and known deviations that can be read", () => {
    const text = readFileSync(join(packageRoot, "docs", "results.md"), "utf8");
    const example = (language: string) => text.match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``))?.[1] ?? "";
    const { manifest, diagnostics } = parseManifest(["api.yaml"], { read: () => example("yaml") });
    expect([diagnostics, manifest?.alerts.length, manifest?.endpoints[0]?.alerts.length]).toEqual([[], 4, 1]);
    const known = parseBaseline({ file: "known.json", text: example("json") });
    expect([known.diagnostics, known.baseline?.known.length]).toEqual([[], 1]);
  });

  it("has nothing that Markdown would take for an element", () => {
    for (const text of pages.values()) {
      const rows = text.split("\n").filter((line) => line.startsWith("|"));
      const plain = rows.map((row) => row.replace(/`[^`]*`/g, "").replaceAll("\\<", ""));
      expect(plain.filter((row) => row.includes("<"))).toEqual([]);
    }
  });
});
