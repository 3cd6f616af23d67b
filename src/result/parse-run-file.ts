import type { CaseRun, Run } from "./model.ts";
import { bytesOfText } from "./run-file/bytes.ts";
import { indexRun, type RunFileProblem } from "./run-file/index-run.ts";
import { readCase } from "./run-file/read-line.ts";
import { wholeness } from "./run-file/wholeness.ts";

export type { RunFileProblem };

/** What a run file holds. Without a readable header there is no run. */
export interface ParsedRunFile {
  readonly run?: Run;
  readonly problems: ReadonlyArray<RunFileProblem>;
}

/** Reads a run file, also one that was cut anywhere: such a run is `broken` and has the cases that were written. */
export function parseRunFile(text: string): ParsedRunFile {
  const bytes = bytesOfText(text);
  const index = indexRun(bytes);
  if ("message" in index) return { problems: [index] };
  const { cases: planned, ...head } = index.header;
  const problems: RunFileProblem[] = [...index.problems];
  const cases: CaseRun[] = [];
  for (const { line, offset, length } of index.entries) {
    const read = readCase(bytes.read(offset, length).toString("utf8"));
    if (typeof read === "string") problems.push({ line, message: read });
    else cases.push(read);
  }
  const whole = wholeness(index, {
    cases: cases.length,
    attemptsMs: cases.flatMap(({ attempts }) => attempts).reduce((sum, { durationMs }) => sum + durationMs, 0),
  });
  return { run: { ...head, ...whole, cases }, problems: problems.sort((a, b) => a.line - b.line) };
}
