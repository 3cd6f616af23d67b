import { readFileSync } from "node:fs";
import { reporters } from "../../report/reporters.ts";
import { exitCode, exitCodes } from "../../result/exit-code.ts";
import type { Run } from "../../result/model.ts";
import { parseRunFile } from "../../result/parse-run-file.ts";
import { resultOf } from "../../result/result-of.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import type { JudgeFlags } from "../judge/flags.ts";
import { judge, prepareJudgement } from "../judge.ts";
import { chooseReporters, prepareReports, writeReports } from "../write-reports.ts";

/** `newmanifest report`: a run file again, with the manifest's lines where its files are still there. */
export async function report(file: string, flags: JudgeFlags & { readonly reporter: string }, io: Io): Promise<number> {
  const chosen = chooseReporters(flags.reporter, reporters);
  prepareReports(chosen);
  const judgement = prepareJudgement(flags, io);
  if (judgement === undefined) return exitCodes.badInput;
  const { run, problems } = parseRunFile(guard(`read ${file}`, () => readFileSync(file, "utf8")));
  for (const { line, message } of problems) io.stderr(`${file}:${line}: ${message}\n`);
  if (run === undefined) return exitCodes.badInput;
  const result = judge(resultOf(run), judgement);
  writeReports(result, chosen, { io, sources: sourcesOf(run) });
  return exitCode(result);
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
