import type { Batch, BatchEnd, LaneEvent, Setting } from "../lane/batch.ts";

/** A place where lanes run: this thread, or one of its own. */
export interface Station {
  /** Runs a batch beside those that run already. Never rejects. */
  readonly run: (batch: Batch, tell: (event: LaneEvent) => void) => Promise<BatchEnd>;
  /** No more is sent, but for what is in flight and what takes away what was created. */
  readonly stop: () => void;
  /** Nothing goes on. */
  readonly abort: () => void;
  /** Nothing is sent before that time, in milliseconds since 1970. */
  readonly holdUntil: (timeMs: number) => void;
  /** The share of the last moments in which it had work to do; undefined: not known yet. */
  readonly busy: () => number | undefined;
  /** Whether it is gone for good, with whatever ran in it. */
  readonly isDead: () => boolean;
  readonly close: () => Promise<void>;
}

export interface StationOptions {
  readonly settings: ReadonlyArray<Setting>;
  /** Told of an error that nobody caught and that is of no case that runs. */
  readonly onStray: (message: string) => void;
  readonly now: () => number;
}

/** Makes a station. */
export type OpenStation = (options: StationOptions) => Station;
