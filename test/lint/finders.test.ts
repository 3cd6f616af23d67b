import { describe, expect, it } from "vitest";
import { drawDiagnostic } from "../../src/diagnostic/frame.ts";
import { createLocator } from "../../src/diagnostic/locate.ts";
import type { LintId } from "../../src/http/lints.ts";
import { lintManifest } from "../../src/lint/lint-manifest.ts";
import { parseManifest } from "../../src/manifest/parse.ts";
import type { Fault } from "./fault.ts";
import { accessFaults } from "./faults/access.ts";
import { codeFaults } from "./faults/code.ts";
import { exampleFaults } from "./faults/example.ts";
import { failureFaults } from "./faults/failure.ts";
import { headerFaults, serviceFaults } from "./faults/header.ts";
import { fileFaults, rateLimitFaults } from "./faults/limits.ts";
import { methodFaults, pathFaults } from "./faults/method.ts";
import { redirectFaults } from "./faults/redirect.ts";
import { securityFaults } from "./faults/security.ts";
import { successFaults } from "./faults/success.ts";
import { validationFaults } from "./faults/validation.ts";

const faults: Readonly<Record<LintId, Fault>> = {
  ...codeFaults,
  ...successFaults,
  ...redirectFaults,
  ...accessFaults,
  ...validationFaults,
  ...failureFaults,
  ...rateLimitFaults,
  ...fileFaults,
  ...methodFaults,
  ...pathFaults,
  ...exampleFaults,
  ...headerFaults,
  ...securityFaults,
  ...serviceFaults,
};

/** The lines of a text at which a lint is found. */
function linesFound(text: string, wanted: string): ReadonlyArray<number> {
  const { manifest, diagnostics, sources } = parseManifest(["api.yaml"], {
    read: (file) => (file.endsWith(".yaml") ? text : "x"),
  });
  if (manifest === undefined) throw new Error(diagnostics.map((one) => drawDiagnostic(one, sources)).join("\n"));
  const locate = createLocator(sources);
  const found = lintManifest(manifest).filter(({ id }) => id === wanted);
  return [...new Set(found.map(({ span }) => locate(span).line))];
}

function linesMarked(text: string): ReadonlyArray<number> {
  return text.split("\n").flatMap((line, index) => (line.endsWith("# <-") ? [index + 1] : []));
}

describe.each(Object.entries(faults))("%s", (id, { bad, good }) => {
  it.each(bad)("is found at its line: %s", (text) => {
    expect(linesMarked(text)).not.toEqual([]);
    expect(linesFound(text, id)).toEqual(linesMarked(text));
  });

  it.each(good)("is not found: %s", (text) => {
    expect(linesFound(text, id)).toEqual([]);
  });
});
