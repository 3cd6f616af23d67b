import type { NewmanRunOptions } from "newman";
import { type Connections, openConnections } from "./connections.ts";
import type { Execution, ObservedError } from "./execution.ts";
import { observe } from "./observe.ts";
import { observedError } from "./observed-error.ts";
import { timerMs } from "./timer-ms.ts";

export interface NewmanOptions {
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutRequestMs: number;
  readonly timeoutScriptMs: number;
  /** For the whole collection. */
  readonly timeoutMs: number;
  /** Files of multipart bodies are relative to it. */
  readonly workingDir?: string;
  /** Its connections are not ours to keep then. */
  readonly hasProxy?: boolean;
  readonly now: () => number;
  /** Called as each item begins. */
  readonly onItem: (itemId: string) => void;
  /** Called for bytes that came after an item's response and belong to none. */
  readonly onSurplus: (itemId: string, bytes: Buffer) => void;
  /** Called as each item ends. */
  readonly onExecution: (execution: Execution) => void;
}

/** Of a Newman run, what its `start` event hands out. */
interface RunningCollection {
  readonly abort: () => void;
}

/** Runs a collection from its first to its last item. Resolves with the error where the run broke off. */
export async function runCollection(collection: object, options: NewmanOptions): Promise<ObservedError | undefined> {
  // Loading Newman takes a third of a second: only a run pays for it.
  const { default: newman } = await import("newman");
  const connections = options.hasProxy ? undefined : openConnections(options.onSurplus);
  return new Promise<ObservedError | undefined>((resolve) => {
    const end = createEnd(options, resolve);
    const run = newman.run(newmanOptions(collection, options, connections), end.settle);
    let running: RunningCollection | undefined;
    run.on("start", (_error: unknown, event: { readonly run: RunningCollection }) => {
      running = event.run;
    });
    const observer = observe({
      now: options.now,
      isFirstRequest: () => connections?.isReused() === false,
      onItem: (itemId) => {
        options.onItem(itemId);
        connections?.startItem(itemId);
        end.startItem(() => running?.abort());
      },
      onExecution: options.onExecution,
    });
    for (const [name, listen] of Object.entries(observer)) {
      // What a run says after it was given up is of no case any more.
      run.on(name, (error: unknown, event: Parameters<typeof listen>[1]) => end.isOver() || listen(error, event));
    }
    run.on("item", end.endItem);
  }).finally(() => connections?.close());
}

function newmanOptions(
  collection: object,
  options: NewmanOptions,
  connections: Connections | undefined,
): NewmanRunOptions {
  const values = Object.entries(options.variables).map(([key, value]) => ({ key, value, enabled: true }));
  return {
    collection: collection as Exclude<NewmanRunOptions["collection"], string>,
    environment: { values },
    reporters: [],
    timeout: timerMs(options.timeoutMs),
    timeoutRequest: timerMs(options.timeoutRequestMs),
    timeoutScript: timerMs(options.timeoutScriptMs),
    ...(options.workingDir !== undefined && { workingDir: options.workingDir }),
    ...(connections && { requestAgents: connections.agents }),
  };
}

/** The end of a run: Newman's own word, or a deadline that has passed. */
function createEnd(
  { timeoutRequestMs, timeoutScriptMs }: NewmanOptions,
  resolve: (error: ObservedError | undefined) => void,
) {
  let isOver = false;
  let silence: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;
  const over = (error: ObservedError | undefined): void => {
    isOver = true;
    clearTimeout(silence);
    clearTimeout(deadline);
    resolve(error);
  };
  const itemMs = timeoutRequestMs + 2 * timeoutScriptMs + 1000;
  return {
    isOver: () => isOver,
    settle: (error: Error | null): void => {
      if (isOver) return;
      clearTimeout(silence);
      if (error === null) over(undefined);
      // After a script timed out Newman calls back with an error, goes on all the same, and calls back again.
      else silence = setTimeout(() => over(observedError(error)), timerMs(timeoutScriptMs + timeoutRequestMs));
    },
    /** Newman's timeout of a request counts the time in which nothing comes: a response that drips never reaches it. */
    startItem: (abort: () => void): void => {
      clearTimeout(deadline);
      // Newman waits for ever then, as it was asked to.
      if (timeoutRequestMs === 0 || timeoutScriptMs === 0) return;
      deadline = setTimeout(() => {
        abort();
        over({ code: "ETIMEDOUT", message: `no end of the response within ${itemMs} ms` });
      }, timerMs(itemMs));
    },
    endItem: (): void => clearTimeout(deadline),
  };
}
