import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MessageChannel } from "node:worker_threads";
import { Tinypool } from "tinypool";
import { packageRoot } from "../../package.ts";
import type { BatchEnd, LaneEvent } from "../lane/batch.ts";
import { observedError } from "../observed-error.ts";
import type { Order, Report } from "./message.ts";
import type { OpenStation, Station, StationOptions } from "./station.ts";

/** Threads with Newman in them. They stay warm from one run to the next. */
export interface Threads {
  readonly count: number;
  readonly open: OpenStation;
  readonly close: () => Promise<void>;
}

export interface ThreadsOptions {
  /** A thread that grows beyond it is ended, and another one takes its place. Default: 1024. */
  readonly memoryMb?: number;
}

export function startThreads(count: number, { memoryMb = 1024 }: ThreadsOptions = {}): Threads {
  const pool = new Tinypool({
    // A thread cannot read TypeScript.
    filename: pathToFileURL(join(packageRoot, "dist/run/station/worker.js")).href,
    name: "session",
    minThreads: count,
    // The place of one that went without a word is not free again.
    maxThreads: count + spareThreads,
    idleTimeout: 3_600_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    trackUnmanagedFds: false,
  });
  // A thread that dies while it does nothing is replaced when it is needed.
  pool.on("error", () => {});
  return { count, open: (options) => openSession(pool, options), close: () => pool.destroy() };
}

const spareThreads = 100;
/** A thread's error may come after its port has closed. */
const lastWordsMs = 100;

interface Lane {
  readonly tell: (event: LaneEvent) => void;
  readonly end: (end: BatchEnd) => void;
}

function openSession(pool: Tinypool, { settings, onStray }: StationOptions): Station {
  const { port1, port2 } = new MessageChannel();
  const lanes = new Map<number, Lane>();
  let [lastLane, share, isDead, isClosed]: [number, number | undefined, boolean, boolean] = [
    0,
    undefined,
    false,
    false,
  ];
  const die = (message: string): void => {
    if (isDead || isClosed) return;
    isDead = true;
    port1.close();
    for (const { end } of lanes.values()) end({ kind: "died", error: { code: "WORKER_DIED", message } });
    lanes.clear();
  };
  const hear = createEar({
    event: ({ lane, event }) => lanes.get(lane)?.tell(event),
    end: ({ lane, end }) => {
      lanes.get(lane)?.end(end);
      lanes.delete(lane);
    },
    stray: ({ message }) => onStray(message),
    busy: (report) => {
      share = report.share;
    },
  });
  port1.on("message", hear);
  let death = "its thread ended";
  // The port closes when all that was told has been heard. One that exits by itself tells nobody else.
  port1.on("close", () => setTimeout(() => die(death), lastWordsMs));
  const done = pool.run({ settings, port: port2 }, { transferList: [port2] }).catch((error: unknown) => {
    death = deathWords(error);
  });
  const order = (one: Order): void => port1.postMessage(one);
  return {
    run: (batch, tell) =>
      new Promise((resolve) => {
        if (isDead) return resolve({ kind: "died", error: { code: "WORKER_DIED", message: "its thread is gone" } });
        lastLane += 1;
        lanes.set(lastLane, { tell, end: resolve });
        order({ kind: "run", lane: lastLane, batch });
      }),
    stop: () => order({ kind: "stop" }),
    abort: () => order({ kind: "abort" }),
    holdUntil: (untilMs) => order({ kind: "hold", untilMs }),
    busy: () => share,
    isDead: () => isDead,
    close: async () => {
      if (isDead) return;
      isClosed = true;
      order({ kind: "close" });
      await done;
    },
  };
}

type Listeners = { readonly [Kind in Report["kind"]]: (report: Extract<Report, { kind: Kind }>) => void };

function createEar(listeners: Listeners): (report: Report) => void {
  return (report) => {
    const listener = listeners[report.kind] as (report: Report) => void;
    listener(report);
  };
}

function deathWords(error: unknown): string {
  const { code, message } = observedError(error);
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return `its thread had no memory left`;
  return `its thread broke: ${message}`;
}
