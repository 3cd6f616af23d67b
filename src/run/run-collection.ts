import { type Connections, openConnections } from "./connections.ts";
import type { Execution, ObservedError } from "./execution.ts";
import { createItemClock, type ItemClock } from "./item-clock.ts";
import { executionKey } from "./lane/batch.ts";
import type { Gate } from "./lane/gate.ts";
import type { StopSignal } from "./lane/stop-signal.ts";
import { loadNewman } from "./newman.ts";
import { giveHost, listenToHost, type ScriptRun } from "./newman-host.ts";
import { newmanOptions, type OwnOptions } from "./newman-options.ts";
import { type ItemEvent, observe } from "./observe.ts";
import { redirectTo } from "./redirect-item.ts";
import type { Sandboxes } from "./sandboxes.ts";

export interface CollectionOptions extends OwnOptions {
  readonly now: () => number;
  readonly sandboxes: Sandboxes;
  readonly gate: Gate;
  readonly stop: StopSignal;
  /** When the run is stopped: the item that must run all the same, from this one on; null: none. */
  readonly nextCleanUp: (itemId: string) => string | null;
  /** Whether the collection has an item of this name or id. */
  readonly hasItem: (name: string) => boolean;
  /** Called as each item begins. */
  readonly onItem: (key: string) => void;
  /** Called for bytes that came after an item's response and belong to none. */
  readonly onSurplus: (key: string, bytes: Buffer) => void;
  /** Called as each item ends, whether it was sent or not. */
  readonly onItemEnd: () => void;
  /** Called with what became of each item that was sent. */
  readonly onExecution: (execution: Execution) => void;
}

/** Of a Newman run, what its `start` event hands out. */
interface RunningCollection extends ScriptRun {
  readonly abort: () => void;
  readonly pause: (callback: () => void) => void;
  readonly resume: () => void;
}

/** Of what Newman's summary keeps, what need not be kept. */
interface KeptExecution {
  request?: unknown;
  response?: unknown;
  assertions?: unknown;
}

/** Runs a collection from its first to its last item. Resolves with the error where the run broke off. */
export async function runCollection(
  collection: object,
  options: CollectionOptions,
): Promise<ObservedError | undefined> {
  const newman = await loadNewman();
  const { hasProxy, sslExtraCaCerts: extraCa } = options.transport;
  const connections = hasProxy
    ? undefined
    : openConnections({ onSurplus: options.onSurplus, ...(extraCa !== undefined && { extraCa }) });
  const host = options.sandboxes.host();
  let stopListening = (): void => {};
  return new Promise<ObservedError | undefined>((resolve) => {
    const clock = createItemClock(options, resolve);
    const run = newman.run(newmanOptions(collection, options, connections?.agents), clock.settle);
    giveHost(run, host);
    let running: RunningCollection | undefined;
    run.on("start", (_error: unknown, event: { readonly run: RunningCollection }) => {
      running = event.run;
      listenToHost(running, host);
    });
    const abort = () => running?.abort();
    stopListening = options.stop.onAbort(() =>
      clock.giveUp({ code: "ABORTED", message: "the run was stopped" }, abort),
    );
    const observer = observe({
      now: options.now,
      hasItem: options.hasItem,
      isFirstRequest: () => connections?.isReused() === false,
      onItem: (event) => running && startItem(event, { running, clock, connections, options }),
      onExecution: options.onExecution,
    });
    for (const [name, listen] of Object.entries(observer)) {
      // What a run says after it was given up is of no case any more.
      run.on(name, (error: unknown, event: Parameters<typeof listen>[1]) => clock.isOver() || listen(error, event));
    }
    run.on("item", () => {
      clock.endItem();
      options.onItemEnd();
      forget(run);
    });
  }).finally(() => {
    stopListening();
    host.close();
    connections?.close();
  });
}

interface ItemStart {
  readonly running: RunningCollection;
  readonly clock: ItemClock;
  readonly connections: Connections | undefined;
  readonly options: CollectionOptions;
}

/** Lets an item be sent: at once, when the gate opens, or not at all. */
function startItem(event: ItemEvent, context: ItemStart): void {
  const { running, options } = context;
  if (isPassedBy(event, options)) return;
  const opening = options.gate.enter();
  if (opening === undefined) {
    sendItem(event, context);
    return;
  }
  // A pause is an instruction before the request's own: it takes effect before anything is sent.
  running.pause(() => {
    void opening.then(() => {
      // The run may have been stopped in the meantime.
      if (isPassedBy(event, options)) options.gate.leave();
      else sendItem(event, context);
      running.resume();
    });
  });
}

/** Whether the run is being stopped and goes on elsewhere. */
function isPassedBy({ item }: ItemEvent, { stop, nextCleanUp }: CollectionOptions): boolean {
  if (!stop.isStopping()) return false;
  const next = nextCleanUp(item.id);
  if (next === item.id) return false;
  redirectTo(item, next);
  return true;
}

function sendItem(event: ItemEvent, { running, clock, connections, options }: ItemStart): void {
  const key = executionKey(event.item.id, event.iteration);
  event.begin();
  options.onItem(key);
  connections?.startItem(key);
  clock.startItem(running.abort.bind(running));
}

/** Newman's summary keeps every request and response until the run's end. */
function forget(run: object): void {
  const { summary } = run as { readonly summary?: { readonly run: { readonly executions: KeptExecution[] } } };
  for (const execution of summary?.run.executions.splice(0) ?? []) {
    execution.request = undefined;
    execution.response = undefined;
    execution.assertions = undefined;
  }
}
