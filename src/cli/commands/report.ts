import { readFileSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { exitCodeOf, exitCodes } from "../../result/exit-code.ts";
import type { Result } from "../../result/result.ts";
import { resultOfParts } from "../../result/result-of.ts";
import { chooseReporters } from "../choose-reporters.ts";
import { readInputs } from "../inputs/read-inputs.ts";
import type { Io } from "../io.ts";
import type { JudgeFlags } from "../judge/flags.ts";
import { judge, prepareJudgement } from "../judge.ts";
import { resultReporters } from "../result-reporters.ts";
import { prepareReports, writeReports } from "../write-reports.ts";

export interface ReportFlags extends JudgeFlags {
  readonly reporter: string;
  readonly partial?: boolean;
  /** Names whose values are masked wherever they stand. */
  readonly redact?: ReadonlyArray<string>;
}

/** `newmanifest report`: runs again, as one result, with the manifest's lines where its files are still there. */
export async function report(names: ReadonlyArray<string>, flags: ReportFlags, io: Io): Promise<number> {
  const chosen = await chooseReporters(flags.reporter, resultReporters);
  prepareReports(chosen);
  const judgement = prepareJudgement(flags, io);
  if (judgement === undefined) return exitCodes.badInput;
  const inputs = readInputs(names, { io, redact: flags.redact ?? [] });
  try {
    if (inputs.parts.length === 0) return exitCodes.badInput;
    const result = resultOfParts(inputs.parts, { isPartial: flags.partial === true });
    const lost = inputs.lost();
    const whole = judge({ ...result, broken: [...result.broken, ...lost] }, judgement);
    const isWritten = writeReports(whole, chosen, { io, sources: sourcesOf(whole) });
    for (const sentence of result.broken) io.stderr(`error: ${sentence}\n`);
    // A file that changed meanwhile: what is written lacks cases, and what was computed before has them.
    if (inputs.lost().length > lost.length) return exitCodes.broken;
    return isWritten ? exitCodeOf(whole) : exitCodes.badInput;
  } finally {
    inputs.close();
  }
}

function sourcesOf({ suites }: Result): ReadonlyArray<{ readonly file: string; readonly text: string }> {
  const files = new Set(suites.flatMap(({ outline }) => [...new Set(outline.map(({ manifest }) => manifest.file))]));
  const sources: { file: string; text: string }[] = [];
  for (const file of files) {
    // A run file from elsewhere may name any file: none but a manifest below this folder is shown.
    if (!/\.(ya?ml|json)$/i.test(file) || isElsewhere(file)) continue;
    try {
      sources.push({ file, text: readFileSync(file, "utf8") });
    } catch {
      // The manifest is elsewhere: the report does without its lines.
    }
  }
  return sources;
}

function isElsewhere(file: string): boolean {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith("..") || isAbsolute(path);
}
