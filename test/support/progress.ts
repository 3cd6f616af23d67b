import { vi } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { createProgress, type Progress } from "../../src/cli/progress.ts";
import type { CaseRun } from "../../src/result/model.ts";
import { buildCase, type CaseChanges } from "../result/run-builder.ts";

export interface WatchedOptions {
  readonly isInteractive?: boolean;
  readonly isQuiet?: boolean;
  readonly width?: number;
}

/** A progress, what it wrote to stderr, and the clock that it looks at. */
export interface Watched {
  readonly progress: Progress;
  /** Everything it wrote since the last look, one entry a write. */
  readonly written: () => ReadonlyArray<string>;
  /** What it wrote last; all of it is forgotten. */
  readonly last: () => string | undefined;
  /** Lets time pass; wants fake timers. */
  readonly pass: (ms: number) => void;
}

/** A progress in front of a stderr and a clock that belong to the test. */
export function watchProgress({ isInteractive = true, isQuiet = false, width = 100 }: WatchedOptions = {}): Watched {
  let at = 1_000_000;
  const writes: string[] = [];
  const io = stderrOnly((text) => void writes.push(text), { isInteractive, width });
  const take = (): ReadonlyArray<string> => writes.splice(0);
  return {
    progress: createProgress({ io, now: () => at, isQuiet }),
    written: take,
    last: () => take().at(-1),
    pass: (ms) => {
      for (let left = ms; left > 0; left -= 100) {
        at += Math.min(100, left);
        vi.advanceTimersByTime(Math.min(100, left));
      }
    },
  };
}

/** A world of which only stderr is looked at. */
export function stderrOnly(stderr: Io["stderr"], { isInteractive, width }: Pick<Io, "isInteractive" | "width">): Io {
  return {
    stdout: () => {},
    stderr,
    color: false,
    width,
    isInteractive,
    env: {},
    onSignal: () => () => {},
    untilStopped: async () => {},
  };
}

/** The case of that number. */
export function numbered(number: number, changes: CaseChanges = {}): CaseRun {
  return buildCase(`GET /things/${number}`, "200", changes);
}

export interface Work {
  /** The number of the first case. */
  readonly from: number;
  readonly perSecond: number;
  readonly ms: number;
}

/** Lets time pass, in which cases end. */
export function work({ progress, pass }: Watched, { from, perSecond, ms }: Work): void {
  const atOnce = perSecond / 10;
  for (let tick = 0; tick < ms / 100; tick += 1) {
    for (let each = 0; each < atOnce; each += 1) progress.step(numbered(from + tick * atOnce + each));
    pass(100);
  }
}
