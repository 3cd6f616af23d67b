import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { endpointCodes } from "../../src/diagnostic/codes-endpoint.ts";
import { schemaCodes } from "../../src/diagnostic/codes-schema.ts";
import { sourceCodes } from "../../src/diagnostic/codes-source.ts";
import { suiteCodes } from "../../src/diagnostic/codes-suite.ts";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import { summarizeDiagnostics } from "../../src/diagnostic/summary.ts";
import { type ParsedManifest, parseManifest } from "../../src/manifest/parse.ts";

const folder = fileURLToPath(new URL("../fixtures/manifest/", import.meta.url));
const names = readdirSync(folder).filter((name) => /\.(yaml|json)$/.test(name));

function parse(name: string): ParsedManifest {
  return parseManifest([name], { read: (file) => readFileSync(folder + file, "utf8") });
}

function draw({ diagnostics, sources }: ParsedManifest): string {
  const frames = diagnostics.map((diagnostic) => drawDiagnostic(diagnostic, sources));
  return `${[...frames, summarizeDiagnostics(diagnostics)].join("\n\n")}\n`;
}

describe("broken manifests", () => {
  it.each(names)("%s", async (name) => {
    const expected = `${folder}${name.replace(/\.[a-z]+$/, ".err")}`;
    expect(existsSync(expected), `${expected} exists`).toBe(true);
    const parsed = parse(name);
    expect(parsed.manifest).toBeUndefined();
    await expect(draw(parsed)).toMatchFileSnapshot(expected);
  });

  it("are at least 25", () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
  });

  it("show every mistake there is a code for", () => {
    const shown = new Set<string>(names.flatMap((name) => parse(name).diagnostics.map(({ code }) => code)));
    const codes = Object.keys({ ...sourceCodes, ...schemaCodes, ...suiteCodes, ...endpointCodes });
    // The only one that needs more than a file.
    expect(codes.filter((code) => !shown.has(code))).toEqual(["unset-variable"]);
  });
});
