import { posix } from "node:path";
import type { Diagnostic, DiagnosticCode, Report } from "../diagnostic/diagnostic.ts";
import { sortDiagnostics } from "../diagnostic/sort.ts";
import { isError } from "../diagnostic/word.ts";
import { openFiles, type ReadFile } from "./files.ts";
import { loadTrees } from "./load.ts";
import { mergeTrees } from "./merge.ts";
import type { Manifest, Source } from "./model.ts";
import { resolveManifest } from "./resolve.ts";
import { siftManifest } from "./sift.ts";

/** What the parser cannot know by itself. */
export interface ParseOptions {
  /** The text of a file; throws when it cannot be read. */
  readonly read: ReadFile;
  /** The process environment: each `${NAME}` that it lacks is a warning. Default: not checked. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A manifest, or what is wrong with it. */
export interface ParsedManifest {
  /** Absent when there is an error. */
  readonly manifest?: Manifest;
  /** In the order of the files and of their texts. */
  readonly diagnostics: ReadonlyArray<Diagnostic>;
  /** All files that were read, to draw the diagnostics with. */
  readonly sources: ReadonlyArray<Source>;
}

/** These follow from what an unreadable file may declare. */
const followUps: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "unknown-identity",
  "unknown-endpoint",
  "unknown-param",
  "param-without-source",
  "step-param-without-source",
  "missing-base-url",
  "nothing-to-test",
  "variable-near-miss",
  "unused-secret",
  "unused-capture",
]);

/** Reads a manifest of one or several files, and whatever they include, into one suite. All mistakes are reported at once. */
export function parseManifest(files: ReadonlyArray<string>, { read, env }: ParseOptions): ParsedManifest {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const opened = openFiles(read, report);
  const { trees, isComplete } = loadTrees(
    files.map((file) => posix.normalize(file)),
    opened,
    report,
  );
  const whole = mergeTrees(trees, report);
  const sifted = whole && siftManifest(whole, report);
  const sure: Report = (diagnostic) => {
    if (isComplete || !followUps.has(diagnostic.code)) report(diagnostic);
  };
  const manifest = sifted && resolveManifest({ ...sifted, whole, files: opened, ...(env && { env }) }, sure);
  const sorted = sortDiagnostics(diagnostics, opened.sources);
  const result = { diagnostics: sorted, sources: opened.sources };
  return manifest === undefined || sorted.some(isError) ? result : { manifest, ...result };
}
