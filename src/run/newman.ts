import type { NewmanRunOptions } from "newman";
import type { Execution, ObservedError } from "./execution.ts";
import { observe, observedError } from "./observe.ts";

export interface NewmanOptions {
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutRequestMs: number;
  readonly timeoutScriptMs: number;
  /** For the whole collection. */
  readonly timeoutMs: number;
  /** Files of multipart bodies are relative to it. */
  readonly workingDir?: string;
  readonly now: () => number;
  /** Called as each item ends. */
  readonly onExecution: (execution: Execution) => void;
}

/** Runs a collection from its first to its last item. Resolves with Newman's own error where the run broke off. */
export async function runCollection(collection: object, options: NewmanOptions): Promise<ObservedError | undefined> {
  // Loading Newman takes a third of a second: only a run pays for it.
  const { default: newman } = await import("newman");
  const values = Object.entries(options.variables).map(([key, value]) => ({ key, value, enabled: true }));
  return new Promise((resolve) => {
    const observer = observe(options);
    let silence: NodeJS.Timeout | undefined;
    const settle = (error: Error | null): void => {
      clearTimeout(silence);
      if (error === null) resolve(undefined);
      // After a script timed out Newman calls back with an error, goes on all the same, and calls back again.
      else
        silence = setTimeout(() => resolve(observedError(error)), options.timeoutScriptMs + options.timeoutRequestMs);
    };
    const run = newman.run(
      {
        collection: collection as Exclude<NewmanRunOptions["collection"], string>,
        environment: { values },
        reporters: [],
        timeout: options.timeoutMs,
        timeoutRequest: options.timeoutRequestMs,
        timeoutScript: options.timeoutScriptMs,
        ...(options.workingDir !== undefined && { workingDir: options.workingDir }),
      },
      settle,
    );
    for (const [name, listen] of Object.entries(observer)) run.on(name, listen);
  });
}
