import type { CaseRun, Run } from "./model.ts";
import { type Bytes, bytesOfText } from "./run-file/bytes.ts";
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
export function parseRunFile(source: string | Bytes): ParsedRunFile {
  const bytes = typeof source === "string" ? bytesOfText(source) : source;
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
