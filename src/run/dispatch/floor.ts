import type { Ledger } from "../ledger/ledger.ts";
import type { OpenStation, Station } from "../station/station.ts";
import type { Suite } from "../suite.ts";
import type { RunControl } from "./control.ts";
import type { Job } from "./job.ts";
import { type Concurrency, lanesAtFirst } from "./lane-count.ts";
import { createQueue, type Queue } from "./queue.ts";
import { createSettling, type Settling } from "./settle.ts";

export interface DispatchOptions {
  readonly suites: ReadonlyArray<Suite>;
  readonly ledger: Ledger;
  readonly openStation: OpenStation;
  /** How many stations there are. */
  readonly stations: number;
  readonly concurrency: Concurrency;
  readonly retries: number;
  /** Stop after so many failures. */
  readonly bail?: number;
  readonly control: RunControl;
  readonly now: () => number;
  readonly onStray: (message: string) => void;
  /** Told when a server asked us to slow down. */
  readonly onHold: (forMs: number, url: string) => void;
  readonly onBegin: (suite: number, key: string) => void;
  readonly onLeave: (suite: number, key: string) => void;
}

/** A station and how many lanes of it are taken. */
export interface Post {
  station: Station;
  lanes: number;
  running: number;
}

/** All that is at hand while jobs are dealt out. */
export interface Floor {
  readonly options: DispatchOptions;
  readonly queue: Queue;
  readonly settling: Settling;
  readonly posts: ReadonlyArray<Post>;
  /** Jobs that run when nothing else does. */
  readonly alone: Job[];
  /** The most lanes that were ever open at once. */
  peak: number;
  wake: () => void;
}

export function openFloor(options: DispatchOptions): Floor {
  const { concurrency, stations } = options;
  const queue = createQueue();
  const alone: Job[] = [];
  const floor: Floor = {
    options,
    queue,
    alone,
    peak: 0,
    posts: Array.from({ length: stations }, () => ({
      station: openStation(options),
      lanes: lanesAtFirst(concurrency, stations),
      running: 0,
    })),
    wake: () => {},
    settling: createSettling({
      ...options,
      again: (job) => {
        if (job.isAlone) alone.push(job);
        else queue.add([job]);
        floor.wake();
      },
      hold: (untilMs) => slowDown(floor, untilMs),
      learn: queue.learn,
    }),
  };
  return floor;
}

export function openStation({ openStation: open, suites, onStray, now }: DispatchOptions): Station {
  return open({ settings: suites.map(({ setting }) => setting), onStray, now });
}

/** The server has asked for it. */
function slowDown({ posts, options }: Floor, untilMs: number): void {
  for (const post of posts) {
    post.station.holdUntil(untilMs);
    if (options.concurrency === "auto") post.lanes = Math.max(1, Math.floor(post.lanes / 2));
  }
}
