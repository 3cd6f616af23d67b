import type { SuitePart } from "../../result/part.ts";
import { type RunFileParts, runFileParts } from "../../result/run-file/run-file-parts.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { inputFiles } from "./input-files.ts";

/** Runs that are read, whatever they were written by. */
export interface Inputs {
  readonly parts: ReadonlyArray<SuitePart>;
  /** What could not be read, so far. */
  readonly lost: () => ReadonlyArray<string>;
  readonly close: () => void;
}

/** Opens run files and folders of them; what is wrong with them is said as it is found. */
export function readInputs(names: ReadonlyArray<string>, io: Io): Inputs {
  const lost: string[] = [];
  const open: RunFileParts[] = [];
  for (const { file, isFound } of inputFiles(names)) {
    const say = ({ line, message }: { readonly line: number; readonly message: string }): void => {
      lost.push(`${file}:${line}: ${message}`);
      io.stderr(`${file}:${line}: ${message}\n`);
    };
    const read = guard(`read ${file}`, () => runFileParts(file, say));
    if (read.parts.length === 0 && isFound) continue;
    open.push(read);
    for (const problem of read.problems) say(problem);
  }
  if (open.length === 0) throw new UsageError(`there is no run file in ${names.join(", ")}`);
  return {
    parts: open.flatMap(({ parts }) => parts),
    lost: () => lost,
    close: () => {
      for (const { close } of open) close();
    },
  };
}
