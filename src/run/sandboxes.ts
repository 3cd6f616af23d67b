import { EventEmitter } from "node:events";
import { performance } from "node:perf_hooks";

/** Newman's sandbox, as far as it is used here: what scripts run in. */
export interface Sandbox extends EventEmitter {
  /** For one script, its timers and requests included. */
  executionTimeout?: number;
  execute(event: unknown, options: { readonly id?: string }, callback: ScriptCallback): void;
  dispatch(name: string, ...values: ReadonlyArray<unknown>): void;
}

type ScriptCallback = (error: unknown, result?: unknown) => void;

/**
 * The sandboxes of a thread. One takes 60 ms to start and half a second of work until its code is compiled, so that Newman runs
 * should not each have their own. A script has a sandbox to itself until it has ended, its timers and requests included.
 */
export interface Sandboxes {
  /** What a Newman run is given in a sandbox's place. */
  readonly host: () => Host;
}

/** A stand-in for a sandbox: it takes one for each script. */
export interface Host extends Sandbox {
  /** Gives back what it still has: its Newman run is over. */
  readonly close: () => void;
}

interface Place {
  readonly sandbox: Sandbox;
  /** The script that has it. */
  lease: { readonly host: EventEmitter; readonly execution: string; readonly since: number } | undefined;
}

interface Pool {
  readonly take: (use: (place: Place | Error) => void) => void;
  readonly release: (place: Place) => void;
}

/** One is enough for scripts that end at once; where some wait for something there are more. */
const most = 16;
/** A script that has not ended by then waits for something, and not only for its thread. */
const patienceMs = 250;

/** `start`: starts a sandbox. */
export function createSandboxes(start: () => Promise<Sandbox>): Sandboxes {
  const pool = createPool(start);
  return { host: () => createHost(pool) };
}

function createPool(start: () => Promise<Sandbox>): Pool {
  const places: Place[] = [];
  const waiting: ((place: Place | Error) => void)[] = [];
  let starting = 0;
  const release = (place: Place): void => {
    place.lease = undefined;
    waiting.shift()?.(place);
  };
  const grow = (): void => {
    if (waiting.length === 0 || starting > 0 || places.length >= most) return;
    const now = performance.now();
    if (places.some(({ lease }) => lease === undefined || now - lease.since < patienceMs)) return;
    starting += 1;
    start()
      .then(
        (sandbox) => {
          const place: Place = { sandbox, lease: undefined };
          places.push(place);
          forward(place);
          starting -= 1;
          release(place);
        },
        (error: Error) => {
          starting -= 1;
          waiting.shift()?.(error);
        },
      )
      // More may be wanted by now.
      .then(() => setTimeout(grow, patienceMs));
  };
  return {
    release,
    take: (use) => {
      const free = places.find(({ lease }) => lease === undefined);
      if (free !== undefined) return use(free);
      waiting.push(use);
      if (places.length === 0) grow();
      else setTimeout(grow, patienceMs);
      return undefined;
    },
  };
}

/** What happens in a sandbox is told to the Newman run whose script it is, and to no other: a script may outlive its turn. */
function forward(place: Place): void {
  const { sandbox } = place;
  const emit = sandbox.emit.bind(sandbox);
  sandbox.emit = (name: string, ...values: unknown[]) => {
    const { lease } = place;
    if (lease !== undefined && isOf(lease.execution, name, values[0])) lease.host.emit(name, ...values);
    // Nobody else listens: it would end the thread.
    return name === "error" || emit(name, ...values);
  };
}

function isOf(execution: string, name: string, cursor: unknown): boolean {
  if (name === "error") return true;
  if (name.endsWith(execution)) return name !== `execution.result.${execution}`;
  return typeof cursor === "object" && cursor !== null && "execution" in cursor && cursor.execution === execution;
}

function createHost({ take, release }: Pool): Host {
  const held = new Set<Place>();
  const emitter = new EventEmitter();
  const give = (place: Place): void => {
    if (held.delete(place)) release(place);
  };
  let isClosed = false;
  return Object.assign(emitter, {
    execute: (event: unknown, options: { readonly id?: string }, callback: ScriptCallback): void =>
      take((place) => {
        if (place instanceof Error) return callback(place);
        if (isClosed) return release(place);
        place.lease = { host: emitter, execution: options.id ?? "", since: performance.now() };
        held.add(place);
        place.sandbox.execute(event, options, (error, result) => {
          give(place);
          callback(error, result);
        });
      }),
    dispatch: (name: string, ...values: ReadonlyArray<unknown>): void => {
      for (const { sandbox } of held) sandbox.dispatch(name, ...values);
    },
    close: (): void => {
      isClosed = true;
      for (const place of [...held]) {
        place.sandbox.dispatch(`execution.abort.${place.lease?.execution}`);
        give(place);
      }
    },
  });
}
