import type { CaseRun } from "../result/model.ts";
import type { Io } from "./io.ts";

/** One live line on a terminal; nothing where nobody watches. */
export interface Progress {
  readonly start: (total: number) => void;
  readonly step: (one: CaseRun) => void;
  readonly end: () => void;
}

/** Counts cases on stderr: `12/61 POST /books -> 201`. */
export function createProgress(io: Io): Progress {
  let total = 0;
  let done = 0;
  let bad = 0;
  if (!io.isInteractive) return { start: () => {}, step: () => {}, end: () => {} };
  return {
    start: (count) => {
      total = count;
    },
    step: (one) => {
      done += 1;
      if (one.attempts.some(({ status }) => status !== "passed")) bad += 1;
      const text = `${done}/${total}${bad > 0 ? `, ${bad} not passed` : ""}  ${one.title}`;
      // The title comes from the manifest: no control characters reach the terminal.
      io.stderr(`\r\u001b[2K${text.replace(/\p{Cc}/gu, " ").slice(0, io.width - 1)}`);
    },
    end: () => io.stderr("\r\u001b[2K"),
  };
}
