/** Stops a run from outside. */
export interface RunControl {
  /** What is in flight may end and what was created is taken away; the rest is left out, for this reason. */
  readonly stop: (reason: string) => void;
  /** Nothing goes on. */
  readonly abort: (reason: string) => void;
  /** The last order that was given. */
  readonly order: () => StopOrder | undefined;
  /** Returns how to stop listening. */
  readonly subscribe: (listener: (order: StopOrder) => void) => () => void;
}

export interface StopOrder {
  readonly kind: "stop" | "abort";
  /** A whole sentence's end: `the run was stopped by SIGINT`. */
  readonly reason: string;
  /** What was not sent is no choice, but the run's failure. */
  readonly isFailure: boolean;
}

export function createRunControl(): RunControl & { readonly fail: (reason: string) => void } {
  let last: StopOrder | undefined;
  const listeners = new Set<(order: StopOrder) => void>();
  const give = (kind: StopOrder["kind"], reason: string, isFailure = false): void => {
    if (last?.kind === "abort" || last?.kind === kind) return;
    last = { kind, reason: last?.reason ?? reason, isFailure: isFailure || (last?.isFailure ?? false) };
    for (const listener of [...listeners]) listener(last);
  };
  return {
    stop: (reason) => give("stop", reason),
    abort: (reason) => give("abort", reason),
    fail: (reason) => give("abort", reason, true),
    order: () => last,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
