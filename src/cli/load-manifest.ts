import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import type { Diagnostic, Span } from "../diagnostic/diagnostic.ts";
import { drawDiagnostic } from "../diagnostic/frame.ts";
import { createLocator, type Location } from "../diagnostic/locate.ts";
import { summarizeDiagnostics } from "../diagnostic/summary.ts";
import { wordDiagnostic } from "../diagnostic/word.ts";
import type { Manifest, Source } from "../manifest/model.ts";
import { parseManifest } from "../manifest/parse.ts";
import type { Case } from "../plan/model.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** A manifest with what the commands say about it. */
export interface LoadedManifest {
  readonly manifest: Manifest;
  readonly sources: ReadonlyArray<Source>;
  /** The folder of the first file: collections are written there, and places are relative to it. */
  readonly folder: string;
  /** As the user wrote the file's name, for the terminal. */
  readonly locate: (one: { readonly span: Span }) => Location;
  /** `newmanifest.yaml:14`, the same wherever the command is run from. */
  readonly placeOf: (one: Case) => string;
}

export interface LoadOptions {
  /** Told the name of each file that the manifest consists of, whether it can be read or not. */
  readonly onRead?: (file: string) => void;
}

/** Reads manifests and prints their diagnostics; nothing is returned where there is an error. */
export function loadManifest(
  files: ReadonlyArray<string>,
  io: Io,
  { onRead = () => {} }: LoadOptions = {},
): LoadedManifest | undefined {
  const asked = files.length > 0 ? files : [defaultFile()];
  const read = (file: string) => {
    onRead(file);
    return readFileSync(file, "utf8");
  };
  const env = Object.fromEntries(
    Object.entries(io.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const { manifest, diagnostics, sources } = parseManifest(asked, { read, env });
  printDiagnostics(diagnostics, sources, io);
  if (manifest === undefined) return undefined;
  const folder = dirname(asked[0] ?? ".");
  const toLocation = createLocator(sources);
  const locate = ({ span }: { readonly span: Span }) => toLocation(span);
  const placeOf = (one: Case) => {
    const { file, line } = locate(one);
    return `${relative(folder, file).split(sep).join("/")}:${line}`;
  };
  return { manifest, sources, folder, locate, placeOf };
}

/** Draws diagnostics on stderr, with their count; returns whether one of them is an error. */
export function printDiagnostics(
  diagnostics: ReadonlyArray<Diagnostic>,
  sources: ReadonlyArray<Source>,
  io: Io,
): boolean {
  for (const diagnostic of diagnostics) io.stderr(`${drawDiagnostic(diagnostic, sources, { color: io.color })}\n\n`);
  if (diagnostics.length > 0) io.stderr(`${summarizeDiagnostics(diagnostics)}\n`);
  return diagnostics.some((diagnostic) => wordDiagnostic(diagnostic).severity === "error");
}

function defaultFile(): string {
  const found = ["newmanifest.yaml", "newmanifest.yml", "newmanifest.json"].find((name) => existsSync(name));
  if (found === undefined) throw new UsageError("there is no newmanifest.yaml here: name a manifest");
  return found;
}
