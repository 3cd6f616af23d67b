import { readFileSync } from "node:fs";
import { exitCode, exitCodes } from "../../result/exit-code.ts";
import type { Run } from "../../result/model.ts";
import { parseRunFile } from "../../result/parse-run-file.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { chooseReporters, writeReports } from "../write-reports.ts";

/** `newmanifest report`: a run file again, with the manifest's lines where its files are still there. */
export async function report(file: string, flags: { readonly reporter: string }, io: Io): Promise<number> {
  const chosen = chooseReporters(flags.reporter);
  const { run, problems } = parseRunFile(read(file));
  for (const { line, message } of problems) io.stderr(`${file}:${line}: ${message}\n`);
  if (run === undefined) return exitCodes.badInput;
  writeReports(run, chosen, { io, sources: sourcesOf(run) });
  return exitCode(run);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function sourcesOf(run: Run): ReadonlyArray<{ readonly file: string; readonly text: string }> {
  const files = new Set(run.cases.map(({ manifest }) => manifest.file));
  const sources: { file: string; text: string }[] = [];
  for (const file of files) {
    try {
      sources.push({ file, text: readFileSync(file, "utf8") });
    } catch {
      // The manifest is elsewhere: the report does without its lines.
    }
  }
  return sources;
}
