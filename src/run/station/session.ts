import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { Tinypool } from "tinypool";
import type { BatchEnd, LaneEvent } from "../lane/batch.ts";
import { observedError } from "../observed-error.ts";
import { guardThread } from "./guard-thread.ts";
import type { Order, Report } from "./message.ts";
import type { Station, StationOptions } from "./station.ts";

interface Lane {
  readonly tell: (event: LaneEvent) => void;
  readonly end: (end: BatchEnd) => void;
}

/** What is known of a thread. */
interface Session {
  readonly port: MessagePort;
  readonly lanes: Map<number, Lane>;
  lastLane: number;
  busy: number | undefined;
  state: "open" | "closed" | "dead";
  /** What has ended it, or would have. */
  death: string;
}

/** A thread's error may come after its port has closed. */
const lastWordsMs = 1000;

/** A thread of the pool as a station. */
export function openSession(pool: Tinypool, { settings, onStray }: StationOptions): Station {
  const { port1: port, port2 } = new MessageChannel();
  const session: Session = {
    port,
    lanes: new Map(),
    lastLane: 0,
    busy: undefined,
    state: "open",
    death: "its thread ended",
  };
  const killer = new AbortController();
  const guard = guardThread(settings, {
    isBusy: () => session.lanes.size > 0,
    onStill: (forMs) => {
      session.death = `a script did not let go of its thread for ${Math.round(forMs / 1000)} s`;
      killer.abort();
    },
  });
  port.on("message", (report: Report) => {
    guard.heard();
    hear(session, report, onStray);
  });
  const done = pool
    .run({ settings, port: port2 }, { transferList: [port2], signal: killer.signal })
    .catch((error: unknown) => {
      if (!killer.signal.aborted) session.death = deathWords(error);
    })
    .finally(guard.end);
  // The port closes when all that was told has been heard. One that exits by itself tells nobody else.
  port.on("close", () => {
    const end = (): void => die(session);
    const timer = setTimeout(end, lastWordsMs);
    void done.then(end).finally(() => clearTimeout(timer));
  });
  return stationOf(session, done);
}

function hear(session: Session, report: Report, onStray: (message: string) => void): void {
  const { lanes } = session;
  if (report.kind === "event") lanes.get(report.lane)?.tell(report.event);
  else if (report.kind === "busy") session.busy = report.share;
  else if (report.kind === "stray") onStray(report.message);
  else if (report.kind === "end") {
    lanes.get(report.lane)?.end(report.end);
    lanes.delete(report.lane);
  }
}

function die(session: Session): void {
  if (session.state !== "open") return;
  session.state = "dead";
  const error = { code: "WORKER_DIED", message: session.death };
  for (const { end } of session.lanes.values()) end({ kind: "died", error });
  session.lanes.clear();
}

function deathWords(error: unknown): string {
  const { code, message } = observedError(error);
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "its thread had no memory left" : `its thread broke: ${message}`;
}

function stationOf(session: Session, done: Promise<unknown>): Station {
  const order = (one: Order): void => session.port.postMessage(one);
  return {
    run: (batch, tell) =>
      new Promise((resolve) => {
        if (session.state !== "open") {
          resolve({ kind: "died", error: { code: "WORKER_DIED", message: session.death } });
          return;
        }
        session.lastLane += 1;
        session.lanes.set(session.lastLane, { tell, end: resolve });
        order({ kind: "run", lane: session.lastLane, batch });
      }),
    stop: () => order({ kind: "stop" }),
    abort: () => order({ kind: "abort" }),
    holdUntil: (untilMs) => order({ kind: "hold", untilMs }),
    busy: () => session.busy,
    isDead: () => session.state === "dead",
    close: async () => {
      if (session.state !== "open") return;
      session.state = "closed";
      order({ kind: "close" });
      await done;
    },
  };
}
