import type { Setting } from "../lane/batch.ts";

export interface Watched {
  /** Whether it has work, so that it must be heard. */
  readonly isBusy: () => boolean;
  /** Called once, when it was not heard for longer than any script may take. */
  readonly onStill: (forMs: number) => void;
}

export interface ThreadGuard {
  readonly heard: () => void;
  readonly end: () => void;
}

/** A thread reports ten times a second, unless a script does not let go of it. */
const slackMs = 2000;
const lookMs = 500;

/** Watches over a thread whose scripts nothing in it can stop. */
export function guardThread(settings: ReadonlyArray<Setting>, { isBusy, onStill }: Watched): ThreadGuard {
  const scriptMs = Math.max(...settings.map(({ timeoutScriptMs }) => timeoutScriptMs));
  let heardAt = Date.now();
  let silentLooks = 0;
  const timer = setInterval(() => {
    if (!isBusy()) heardAt = Date.now();
    const silentMs = Date.now() - heardAt;
    // It is looked at twice: where this thread was busy itself, what it was told still waits to be heard.
    silentLooks = silentMs > scriptMs + slackMs ? silentLooks + 1 : 0;
    if (silentLooks < 2) return;
    clearInterval(timer);
    onStill(silentMs);
  }, lookMs).unref();
  return {
    heard: () => {
      heardAt = Date.now();
    },
    end: () => clearInterval(timer),
  };
}
