import { loadNewman, type NewmanCollection } from "./newman.ts";
import { hostOptions, type ScriptRun } from "./newman-host.ts";
import type { Sandbox } from "./sandboxes.ts";
import { timerMs } from "./timer-ms.ts";

export interface SandboxOptions {
  readonly timeoutScriptMs: number;
  /**
   * Whoever starts it sees to scripts that never let go of the thread. Node needs a thread of its own to do so, for each script: that
   * is a sixth of all that a request takes.
   */
  readonly isGuarded: boolean;
}

/** Starts a sandbox: a Newman run of nothing at all does so, and leaves it behind. */
export async function startSandbox({ timeoutScriptMs, isGuarded }: SandboxOptions): Promise<Sandbox> {
  const newman = await loadNewman();
  return new Promise((resolve, reject) => {
    const collection = { info: { name: "nothing" }, item: [] } as unknown as NewmanCollection;
    const timeout = isGuarded ? {} : { timeoutScript: timerMs(timeoutScriptMs) };
    const run = newman.run({ collection, ...timeout }, (error) => error && reject(error));
    if (isGuarded) hostOptions(run, { dispatchTimeout: undefined });
    run.on("start", (_error: unknown, event: { readonly run: ScriptRun }) => {
      const { host } = event.run;
      if (host === undefined) return reject(new Error("Newman has started no sandbox"));
      // The run that has started it is over: the events of others are not its own.
      for (const name of ["console", "error", "execution.error", "execution.assertion"]) host.removeAllListeners(name);
      host.executionTimeout = timerMs(timeoutScriptMs);
      resolve(host);
    });
  });
}
