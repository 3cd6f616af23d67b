/** What a request passes before it is sent, so that a server is not asked more than it wants to be. */
export interface Gate {
  /** Resolves when the next request may be sent; undefined: now. Who enters must leave. */
  readonly enter: () => Promise<void> | undefined;
  readonly leave: () => void;
  /** Stands open from now on: the run is being stopped, and whoever waits has to hear of it. */
  readonly release: () => void;
  /** Keeps it closed until then. */
  readonly holdUntil: (timeMs: number) => void;
}

export interface GateOptions {
  /** Requests a second, at most. */
  readonly ratePerSecond?: number | undefined;
  /** Requests at once, at most. */
  readonly most?: number | undefined;
  readonly now: () => number;
}

/** A gate for the requests to one host, in the order in which they come. */
export function createGate({ ratePerSecond, most = Number.POSITIVE_INFINITY, now }: GateOptions): Gate {
  const spacingMs = ratePerSecond === undefined ? 0 : 1000 / ratePerSecond;
  const waiting: (() => void)[] = [];
  let inside = 0;
  let isOpen = false;
  let opensAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const admit = (): void => {
    inside += 1;
    if (spacingMs > 0) opensAt = Math.max(opensAt, now()) + spacingMs;
  };
  const pump = (): void => {
    timer = undefined;
    while (waiting.length > 0 && inside < most) {
      const waitMs = opensAt - now();
      if (waitMs > 0) {
        timer = setTimeout(pump, Math.ceil(waitMs));
        return;
      }
      admit();
      waiting.shift()?.();
    }
  };
  return {
    enter: () => {
      if (isOpen || (waiting.length === 0 && inside < most && opensAt <= now())) {
        admit();
        return undefined;
      }
      return new Promise((resolve) => {
        waiting.push(resolve);
        if (timer === undefined) pump();
      });
    },
    leave: () => {
      inside -= 1;
      if (timer === undefined) pump();
    },
    release: () => {
      isOpen = true;
      for (const enter of waiting.splice(0)) {
        inside += 1;
        enter();
      }
    },
    holdUntil: (timeMs) => {
      opensAt = Math.max(opensAt, timeMs);
    },
  };
}
