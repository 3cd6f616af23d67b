import type { CaseRun, Run } from "./model.ts";

/** The first line of a run file: what is known before the first case ends. */
export interface RunHeader extends Omit<Run, "durationMs" | "broken" | "cases"> {
  /** How many cases are planned; a clean-up may come on top, where something was left. */
  readonly cases: number;
}

/** The last line; a run file without it is of a run that was killed. */
export type RunEnd = Pick<Run, "durationMs" | "broken"> & Partial<Pick<Run, "lanes">>;

/** The first line of a run file. */
export function encodeHeader(header: RunHeader): string {
  return line(header);
}

/** The line of a case that has ended; `seq` is its place in the plan, since cases end in any order. */
export function encodeCase(caseRun: CaseRun, seq: number): string {
  return line({ seq, ...caseRun });
}

/** The last line of a run file. */
export function encodeEnd(end: RunEnd): string {
  return line({ end: true, ...end });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
