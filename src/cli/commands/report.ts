import { readFileSync } from "node:fs";
import { reporters } from "../../report/reporters.ts";
import { exitCode, exitCodes } from "../../result/exit-code.ts";
import type { Run } from "../../result/model.ts";
import { parseRunFile } from "../../result/parse-run-file.ts";
import { createMask } from "../../result/redact/mask.ts";
import { redactRun } from "../../result/redact/redact-case.ts";
import { resultOf } from "../../result/result-of.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { chooseReporters, prepareReports, writeReports } from "../write-reports.ts";

interface ReportFlags {
  readonly reporter: string;
  /** Names whose values are masked wherever they stand. */
  readonly redact?: ReadonlyArray<string>;
}

/** `newmanifest report`: a run file again, with the manifest's lines where its files are still there. */
export async function report(file: string, flags: ReportFlags, io: Io): Promise<number> {
  const chosen = chooseReporters(flags.reporter, reporters);
  prepareReports(chosen);
  const { run: found, problems } = parseRunFile(guard(`read ${file}`, () => readFileSync(file, "utf8")));
  for (const { line, message } of problems) io.stderr(`${file}:${line}: ${message}\n`);
  if (found === undefined) return exitCodes.badInput;
  const run = flags.redact ? redactRun(found, createMask([], flags.redact)) : found;
  writeReports(resultOf(run), chosen, { io, sources: sourcesOf(run) });
  return exitCode(run);
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
