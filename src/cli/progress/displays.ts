import { plain } from "../../report/plain.ts";
import type { Io } from "../io.ts";
import { progressLine, progressSentence } from "./line.ts";
import type { ProgressState } from "./tally.ts";

/** Where progress is shown. */
export interface Display {
  /** How often it wants to be shown the state. */
  readonly everyMs: number;
  readonly show: (state: ProgressState) => void;
  readonly note: (text: string) => void;
  readonly end: () => void;
}

const clear = "\r\u001b[2K";
/** Whatever else was written to the terminal spoils the line for no longer than this. */
const redrawMs = 1000;
const sayMs = 10_000;

/** One line of a terminal, drawn over and over. */
export function liveDisplay(io: Io, now: () => number): Display {
  let line = "";
  let drawnAt = 0;
  return {
    everyMs: 100,
    show: (state) => {
      // A terminal wraps what ends in its last column, and a line that was wrapped cannot be drawn over.
      const next = progressLine(state, io.width - 1);
      if (next === line && now() - drawnAt < redrawMs) return;
      line = next;
      drawnAt = now();
      io.stderr(`${clear}${line}`);
    },
    note: (text) => io.stderr(line === "" ? `${plain(text)}\n` : `${clear}${plain(text)}\n${line}`),
    end: () => {
      if (line !== "") io.stderr(clear);
      line = "";
    },
  };
}

/** A log: few lines, and none of a run that is short. */
export function plainDisplay(io: Io, now: () => number): Display {
  let saidAt: number | undefined;
  return {
    // It is shown more than it says, or it could not tell how fast the last few seconds were.
    everyMs: 1000,
    show: (state) => {
      saidAt ??= now();
      if (now() - saidAt < sayMs) return;
      saidAt = now();
      io.stderr(`${progressSentence(state)}\n`);
    },
    note: (text) => io.stderr(`newmanifest: ${plain(text)}\n`),
    end: () => {},
  };
}
