import type { AlertText } from "../../result/model.ts";

/** What the command line says of what a result is held against. */
export interface JudgeFlags {
  readonly alert?: ReadonlyArray<AlertText>;
  /** The same as the limit `flaky = 0`. */
  readonly failOnFlaky?: boolean;
  readonly history?: string;
  readonly keep?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly reason?: string;
  readonly expires?: string;
  /** Of a report: the run file of an earlier run. */
  readonly compare?: string;
}

/** How many runs of a suite a folder of earlier runs holds. */
export const keptRuns = 50;
/** For how many days a deviation is let pass where nobody says. */
export const letPassDays = 90;
