import type { CaseRun } from "../result/model.ts";
import type { Io } from "./io.ts";
import { liveDisplay, plainDisplay } from "./progress/displays.ts";
import { createTally } from "./progress/tally.ts";

/** Told what a run does; says on stderr how far it has come. */
export interface Progress {
  /** The number of cases that are known to come; more may follow. Called again, it only changes that number. */
  readonly start: (total: number) => void;
  /** The request of a case is about to be sent, for the first time or again. */
  readonly begin: (id: string, title: string) => void;
  /** The request of a case is over, and what became of it is reported later or never. */
  readonly leave: (id: string) => void;
  /** A case is reported; again, where it was retried or corrected: its newest state counts. */
  readonly step: (one: CaseRun) => void;
  /** Something to be told while the run goes on: a line of its own, above the live line. */
  readonly note: (text: string) => void;
  /** Takes the live line away. */
  readonly end: () => void;
}

export interface ProgressOptions {
  readonly io: Io;
  readonly now?: () => number;
  /** Says nothing at all. */
  readonly isQuiet: boolean;
}

const silent: Progress = {
  start: () => {},
  begin: () => {},
  leave: () => {},
  step: () => {},
  note: () => {},
  end: () => {},
};

/** One live line on a terminal, a line every ten seconds elsewhere. */
export function createProgress({ io, now = Date.now, isQuiet }: ProgressOptions): Progress {
  if (isQuiet) return silent;
  const tally = createTally(now);
  const display = io.isInteractive ? liveDisplay(io, now) : plainDisplay(io, now);
  let timer: NodeJS.Timeout | undefined;
  // Only the timer draws: a case costs no more than its count.
  const show = (): void => display.show(tally.state());
  return {
    start: (total) => {
      tally.expect(total);
      show();
      // A run that is over must not wait for its progress.
      timer ??= setInterval(show, display.everyMs).unref();
    },
    begin: tally.begin,
    leave: tally.leave,
    step: tally.step,
    note: display.note,
    end: () => {
      clearInterval(timer);
      timer = undefined;
      display.end();
    },
  };
}
