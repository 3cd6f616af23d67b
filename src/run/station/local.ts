import { performance } from "node:perf_hooks";
import { observedError } from "../observed-error.ts";
import type { Sandboxes } from "../sandboxes.ts";
import { createCrew, isOfScript, sandboxesFor } from "./crew.ts";
import type { OpenStation } from "./station.ts";

/**
 * Listens for errors nobody caught, which end a process: a promise that a user's script rejects is one. A listener that
 * returns false has no case for it. Returns how to stop listening.
 */
export type ListenForStrayErrors = (listener: (error: unknown) => boolean) => () => void;

/** A station in this thread. */
export function openLocalStation(listenForStrayErrors?: ListenForStrayErrors): OpenStation {
  // They stay warm from one run to the next.
  let sandboxes: Sandboxes | undefined;
  return ({ settings, onStray, now }) => {
    sandboxes ??= sandboxesFor(settings, { isGuarded: false });
    const { run, stop, abort, gate, strays, mask } = createCrew({
      settings,
      sandboxes,
      now,
    });
    let before = performance.eventLoopUtilization();
    const stopListening = listenForStrayErrors?.((error) => {
      if (!isOfScript(error)) return false;
      const { message } = observedError(error);
      if (!strays.note(message)) onStray(mask(message));
      return true;
    });
    return {
      run,
      stop,
      abort,
      holdUntil: gate.holdUntil,
      busy: () => {
        const after = performance.eventLoopUtilization();
        const { utilization } = performance.eventLoopUtilization(after, before);
        before = after;
        return utilization;
      },
      isDead: () => false,
      close: async () => stopListening?.(),
    };
  };
}
