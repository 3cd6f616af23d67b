/** Tells running lanes that no more is to be sent. */
export interface StopSignal {
  /** What is in flight may end, and what was created is taken away; nothing else. */
  readonly isStopping: () => boolean;
  /** Called when nothing may go on; returns how to stop listening. */
  readonly onAbort: (listener: () => void) => () => void;
}

/** The other end of it. */
export interface Stopper extends StopSignal {
  readonly stop: () => void;
  readonly abort: () => void;
}

/** A signal that can be given once, in two steps. */
export function createStopper(): Stopper {
  let isStopping = false;
  let isAborted = false;
  const listeners = new Set<() => void>();
  return {
    isStopping: () => isStopping,
    onAbort: (listener) => {
      if (isAborted) listener();
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      isStopping = true;
    },
    abort: () => {
      isStopping = true;
      isAborted = true;
      for (const listener of [...listeners]) listener();
    },
  };
}
