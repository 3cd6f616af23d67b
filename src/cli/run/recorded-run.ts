import type { Run } from "../../result/model.ts";
import { partsOfRun, type SuitePart } from "../../result/part.ts";
import { runFileParts } from "../../result/run-file/run-file-parts.ts";
import { guard } from "../guard.ts";
import type { RunFile } from "../run-file.ts";

/** A run that has ended. Its cases are read from its file: there may be more of them than memory holds. */
export interface RecordedRun {
  readonly parts: ReadonlyArray<SuitePart>;
  readonly close: () => void;
}

/** What became of a run: what its file has of it and, where that could not be written to the end, what it has not. */
export function readRecorded(file: RunFile, run: Run, refusal: string | undefined): RecordedRun {
  const { parts, close } = guard(`read ${file.name}`, () =>
    runFileParts(file.name, ({ line, message }) => {
      throw new Error(`${file.name}:${line}: ${message}`);
    }),
  );
  if (refusal === undefined) return { parts, close };
  const written = parts.map(({ broken: _, ...part }) => part);
  return { parts: [...written, ...partsOfRun({ ...run, cases: file.unwritten() })], close };
}
