import type { SuitePart } from "../../result/part.ts";
import { createMask } from "../../result/redact/mask.ts";
import { redactCase } from "../../result/redact/redact-case.ts";
import { runFileParts } from "../../result/run-file/run-file-parts.ts";
import { guard } from "../guard.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { type InputFile, inputFiles } from "./input-files.ts";
import { newmanParts } from "./newman-parts.ts";

/** Runs that are read, whatever they were written by. */
export interface Inputs {
  readonly parts: ReadonlyArray<SuitePart>;
  /** What could not be read, so far. */
  readonly lost: () => ReadonlyArray<string>;
  readonly close: () => void;
}

/** One file of them. */
interface Input {
  readonly parts: ReadonlyArray<SuitePart>;
  readonly close: () => void;
}

export interface InputOptions {
  readonly io: Io;
  /** Names whose values are masked wherever they stand. */
  readonly redact: ReadonlyArray<string>;
}

/** Opens run files, Newman's JSON reports and folders of them; what is wrong with them is said as it is found. */
export function readInputs(names: ReadonlyArray<string>, { io, redact }: InputOptions): Inputs {
  const lost: string[] = [];
  const say = (sentence: string): void => {
    lost.push(sentence);
    io.stderr(`${sentence}\n`);
  };
  const open = inputFiles(names).flatMap((input) => openInput(input, { redact, say }) ?? []);
  if (open.length === 0 && lost.length === 0) {
    throw new UsageError(`there is neither a run file nor a JSON report of Newman in ${names.join(", ")}`);
  }
  return {
    parts: open.flatMap(({ parts }) => parts),
    lost: () => [...lost],
    close: () => {
      for (const { close } of open) close();
    },
  };
}

interface OpenOptions {
  readonly redact: ReadonlyArray<string>;
  readonly say: (sentence: string) => void;
}

/** undefined: it holds no run; where it was named, that was said. */
function openInput({ file, isFound }: InputFile, { redact, say }: OpenOptions): Input | undefined {
  const tell = ({ line, message }: { readonly line: number; readonly message: string }): void =>
    say(`${file}:${line}: ${message}`);
  const { parts, problems, close } = guard(`read ${file}`, () => runFileParts(file, tell));
  if (parts.length > 0) {
    for (const problem of problems) tell(problem);
    return { parts: redact.length === 0 ? parts : parts.map((part) => redacted(part, redact)), close };
  }
  const newman = newmanParts(file, { redact, say });
  if (newman !== undefined) return { parts: newman, close: () => {} };
  // What is found beside run files is somebody else's.
  if (!isFound) for (const problem of problems) tell(problem);
  return undefined;
}

/** The same with more of it masked. */
function redacted(part: SuitePart, redact: ReadonlyArray<string>): SuitePart {
  const mask = createMask([], redact);
  return {
    ...part,
    read: (index) => {
      const one = part.read(index);
      return one && redactCase(one, mask);
    },
  };
}
