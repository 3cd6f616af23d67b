import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Tinypool } from "tinypool";
import { packageRoot } from "../../package.ts";
import { openSession } from "./session.ts";
import type { OpenStation } from "./station.ts";

/** Threads with Newman in them. They stay warm from one run to the next. */
export interface Threads {
  readonly open: OpenStation;
  readonly close: () => Promise<void>;
}

export interface ThreadsOptions {
  /** A thread that grows beyond it is ended, and another one takes its place. Default: 512. */
  readonly memoryMb?: number;
}

/** More than any run asks for: the place of a thread that went without a word is not free again. */
const mostThreads = 200;

/** Starts the first thread, which loads Newman while others read the manifest; more come as they are opened. */
export function startThreads({ memoryMb = 512 }: ThreadsOptions = {}): Threads {
  const pool = new Tinypool({
    // A thread cannot read TypeScript.
    filename: pathToFileURL(join(packageRoot, "dist/run/station/worker.js")).href,
    name: "session",
    minThreads: 1,
    maxThreads: mostThreads,
    idleTimeout: 3_600_000,
    // What a request leaves behind is short-lived: more room for it would only be filled.
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
    trackUnmanagedFds: false,
  });
  // A thread that dies while it does nothing is replaced when it is needed.
  pool.on("error", () => {});
  return { open: (options) => openSession(pool, options), close: () => pool.destroy() };
}
