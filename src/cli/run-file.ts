import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CaseRun } from "../result/model.ts";
import { encodeCase, encodeEnd, encodeHeader, type RunEnd, type RunHeader } from "../result/ndjson.ts";
import { guard } from "./guard.ts";

/** The run file while the run goes on: a line for each case as it ends, so that a killed run keeps what it had. */
export interface RunFile {
  readonly name: string;
  readonly start: (header: RunHeader) => unknown;
  readonly add: (one: CaseRun, seq: number) => void;
  /** The cases that could not be written, or not again. */
  readonly unwritten: () => ReadonlyArray<CaseRun>;
  readonly end: (end: RunEnd) => void;
  /** Closes it; says what has kept a line from being written, where something has. */
  readonly close: () => string | undefined;
}

/** The run file of an `--out` folder. */
export function runFileIn(folder: string): string {
  return join(folder, "run.ndjson");
}

/** Opens `<folder>/run.ndjson`, before anything is sent. `isContinued`: what is in it stays, and what comes is added. */
export function openRunFile(folder: string, { isContinued = false }: { isContinued?: boolean } = {}): RunFile {
  const name = runFileIn(folder);
  const file = guard(`write ${name}`, () => {
    mkdirSync(folder, { recursive: true });
    if (isContinued) cutLastLine(name);
    return openSync(name, isContinued ? "a" : "w");
  });
  const unwritten = new Map<string, CaseRun>();
  let refusal: string | undefined;
  const write = (text: string): void => {
    if (refusal !== undefined) return;
    try {
      // A disk that is nearly full takes a part of a line, and says nothing: only this writes the rest.
      guard(`write ${name}`, () => writeFileSync(file, text.endsWith("\n") ? text : `${text}\n`));
    } catch (error) {
      // The run goes on: its reports may still find room elsewhere.
      refusal = error instanceof Error ? error.message : String(error);
    }
  };
  return {
    name,
    start: (header) => isContinued || write(encodeHeader(header)),
    add: (one, seq) => {
      write(encodeCase(one, seq));
      if (refusal !== undefined) unwritten.set(one.id, one);
    },
    unwritten: () => [...unwritten.values()],
    end: (end) => write(encodeEnd(end)),
    close: () => {
      closeSync(file);
      return refusal;
    },
  };
}

/** A killed run may not have written its last line to the end. */
function cutLastLine(name: string): void {
  const bytes = readFileSync(name);
  truncateSync(name, bytes.lastIndexOf("\n") + 1);
}
