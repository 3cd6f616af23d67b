import type { CaseRun, Run, SuiteHead } from "./model.ts";
import { splitRun } from "./split-run.ts";

/** The cases of one suite in one run, wherever they are kept. */
export interface SuitePart extends SuiteHead {
  readonly startedAt: string;
  /** Absent: the run was killed, and nobody knows. */
  readonly durationMs?: number;
  readonly lanes: number;
  readonly shard?: NonNullable<Run["shard"]>;
  readonly broken?: string;
  /** In plan order. */
  readonly entries: ReadonlyArray<PartEntry>;
  /** The case of the entry with this index; undefined: it cannot be read, and that was said. */
  readonly read: (index: number) => CaseRun | undefined;
}

/** A case's place in the plan. */
export interface PartEntry {
  readonly id: string;
  readonly seq: number;
}

/** The parts of a run that is in memory. */
export function partsOfRun(run: Run): ReadonlyArray<SuitePart> {
  return splitRun(run).map(({ format: _, version: __, cases, suites: ___, ...head }) => ({
    ...head,
    entries: cases.map(({ id }, seq) => ({ id, seq })),
    read: (index) => cases[index],
  }));
}
