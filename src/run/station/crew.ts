import type { Batch, BatchEnd, LaneEvent, Setting } from "../lane/batch.ts";
import { createGate, type Gate } from "../lane/gate.ts";
import { prepareSetting, runBatch } from "../lane/run-batch.ts";
import { createStopper } from "../lane/stop-signal.ts";
import { createStrays, type Strays } from "../lane/strays.ts";
import { createSandboxes, type Sandboxes } from "../sandboxes.ts";
import { startSandbox } from "../start-sandbox.ts";

/** The lanes of one thread with what they share. */
export interface Crew {
  readonly run: (batch: Batch, tell: (event: LaneEvent) => void) => Promise<BatchEnd>;
  readonly stop: () => void;
  readonly abort: () => void;
  readonly gate: Gate;
  readonly strays: Strays;
  /** Takes the secrets of all its settings out of a text. */
  readonly mask: (text: string) => string;
}

export interface CrewOptions {
  readonly settings: ReadonlyArray<Setting>;
  readonly sandboxes: Sandboxes;
  readonly now: () => number;
}

export function createCrew({ settings, sandboxes, now }: CrewOptions): Crew {
  const [first] = settings;
  const { ratePerSecond, maxPerHost } = first?.transport ?? {};
  const gate = createGate({ ratePerSecond, most: maxPerHost, now });
  const stopper = createStopper();
  const strays = createStrays();
  const prepared = settings.map(prepareSetting);
  const context = { settings: prepared, sandboxes, gate, stop: stopper, strays, now };
  const mask = (text: string) => prepared.reduce((masked, setting) => setting.mask.text(masked), text);
  const stop = (): void => {
    stopper.stop();
    gate.release();
  };
  return { run: (batch, tell) => runBatch(batch, context, tell), stop, abort: stopper.abort, gate, strays, mask };
}

/** Scripts run in a realm of their own, whose errors are no instances of this one's; those that are, are bugs. */
export function isOfScript(error: unknown): boolean {
  return !(error instanceof Error);
}

/** Sandboxes for what runs with these settings: a script's time is the same in all of them. */
export function sandboxesFor(
  [first]: ReadonlyArray<Setting>,
  { isGuarded }: { readonly isGuarded: boolean },
): Sandboxes {
  return createSandboxes(() => startSandbox({ timeoutScriptMs: first?.timeoutScriptMs ?? 0, isGuarded }));
}
