import type { ObservedError } from "./execution.ts";
import { observedError } from "./observed-error.ts";
import { timerMs } from "./timer-ms.ts";

/** Watches over a Newman run: it ends by Newman's own word, or because a deadline has passed. */
export interface ItemClock {
  readonly isOver: () => boolean;
  /** Newman's callback. */
  readonly settle: (error: Error | null) => void;
  readonly startItem: (abort: () => void) => void;
  readonly endItem: () => void;
  /** Ends it now. */
  readonly giveUp: (error: ObservedError, abort: () => void) => void;
}

interface ClockOptions {
  readonly timeoutRequestMs: number;
  readonly timeoutScriptMs: number;
}

/** `resolve` is told once how the run ended. */
export function createItemClock(
  { timeoutRequestMs, timeoutScriptMs }: ClockOptions,
  resolve: (error: ObservedError | undefined) => void,
): ItemClock {
  let isOver = false;
  let silence: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;
  const over = (error: ObservedError | undefined): void => {
    isOver = true;
    clearTimeout(silence);
    clearTimeout(deadline);
    resolve(error);
  };
  const giveUp: ItemClock["giveUp"] = (error, abort) => {
    if (isOver) return;
    abort();
    over(error);
  };
  const itemMs = timeoutRequestMs + 2 * timeoutScriptMs + 1000;
  return {
    isOver: () => isOver,
    settle: (error) => {
      if (isOver) return;
      clearTimeout(silence);
      if (error === null) over(undefined);
      // After a script timed out Newman calls back with an error, goes on all the same, and calls back again.
      else silence = setTimeout(() => over(observedError(error)), timerMs(timeoutScriptMs + timeoutRequestMs));
    },
    /** Newman's timeout of a request counts the time in which nothing comes: a response that drips never reaches it. */
    startItem: (abort) => {
      clearTimeout(deadline);
      // Newman waits for ever then, as it was asked to.
      if (timeoutRequestMs === 0 || timeoutScriptMs === 0) return;
      deadline = setTimeout(
        () => giveUp({ code: "ETIMEDOUT", message: `no end of the response within ${itemMs} ms` }, abort),
        timerMs(itemMs),
      );
    },
    endItem: () => clearTimeout(deadline),
    giveUp,
  };
}
