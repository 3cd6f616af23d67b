import type { Host, Sandbox } from "./sandboxes.ts";

/** Of a Newman run, what its scripts need. */
export interface ScriptRun {
  readonly host?: Sandbox;
  readonly triggers: Readonly<Record<string, (...values: ReadonlyArray<unknown>) => void>>;
}

/** The runner that Newman shows on its emitter, with options that it hands on to every run. */
interface Runner {
  options: { run?: object };
}

/** Events of a sandbox, and what a run calls them. */
const triggers = {
  console: "console",
  error: "error",
  "execution.error": "exception",
  "execution.assertion": "assertion",
} as const;

/** Makes a Newman run take this host where it would start a sandbox of its own. */
export function giveHost(emitter: object, host: Host): void {
  hostOptions(emitter, { external: true, instance: host });
}

/**
 * Says how a Newman run comes by its sandbox. Newman itself has no option for it; its runtime has, and takes it from the runner
 * that Newman puts on the emitter before it starts.
 */
export function hostOptions(emitter: object, host: object): void {
  let runner: Runner | undefined;
  Object.defineProperty(emitter, "runner", {
    configurable: true,
    get: () => runner,
    set: (value: Runner) => {
      runner = value;
      runner.options = { ...runner.options, run: { host } };
    },
  });
}

/** Hands on what the host's scripts say. The runtime only listens to sandboxes that it has started itself. */
export function listenToHost(run: ScriptRun, host: Host): void {
  for (const [event, trigger] of Object.entries(triggers)) {
    host.on(event, (...values: unknown[]) => run.triggers[trigger]?.(...values));
  }
}
