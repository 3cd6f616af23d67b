import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { printable } from "../../diagnostic/printable.ts";
import type { Result } from "../../result/result.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { readResult } from "./read-result.ts";
import { type RunFileHeader, readRunHeader } from "./run-header.ts";

/** A run file in a folder of earlier runs. */
export interface StoredRun {
  /** The name in the folder. */
  readonly name: string;
  readonly header: RunFileHeader;
}

/** The run files of a folder, oldest first; what cannot be read is told, and left out. */
export function listRuns(folder: string, onProblem: (name: string, problem: string) => void): ReadonlyArray<StoredRun> {
  if (!existsSync(folder)) return [];
  const names = guard(`read ${folder}`, () => readdirSync(folder)).filter((name) => /^[^.].*\.ndjson$/.test(name));
  const runs: StoredRun[] = [];
  for (const name of names) {
    const header = unlessRefused(
      () => readRunHeader(join(folder, name)),
      (problem) => onProblem(name, problem),
    );
    if (header) runs.push({ name, header });
  }
  return runs.sort(
    (a, b) => Date.parse(a.header.startedAt) - Date.parse(b.header.startedAt) || (a.name < b.name ? -1 : 1),
  );
}

export interface EarlierOptions {
  readonly keep: number;
  readonly io: Pick<Io, "stderr">;
}

/** The results of the last runs of the same suites in the same environments, oldest first, each read when its turn comes. */
export function* earlierResults(folder: string, result: Result, options: EarlierOptions): Generator<Result> {
  const { keep, io } = options;
  const leaveOut = (name: string, problem: string) =>
    io.stderr(`note: ${printable(`${join(folder, name)} is left out: ${problem}`)}\n`);
  const earlier = listRuns(folder, leaveOut).filter(({ header }) => {
    const isEarlier = Date.parse(header.startedAt) < Date.parse(result.startedAt);
    return isEarlier && hasSame(header, result);
  });
  for (const { name } of earlier.slice(-keep)) {
    const past = unlessRefused(
      () => readResult(join(folder, name), (sentence) => io.stderr(`note: ${printable(sentence)}\n`)),
      (problem) => leaveOut(name, problem),
    );
    if (past) yield past;
  }
}

function hasSame({ suites }: RunFileHeader, result: Result): boolean {
  return suites.some((past) =>
    result.suites.some(({ suite, environment }) => past.suite === suite && past.environment === environment),
  );
}

function unlessRefused<Value>(work: () => Value, onProblem: (problem: string) => void): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    onProblem(error.message);
    return undefined;
  }
}
