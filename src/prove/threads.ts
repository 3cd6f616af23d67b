import { Tinypool } from "tinypool";
import type { FaultId } from "../mock/faults.ts";
import type { Subject } from "./material.ts";
import type { FaultProof } from "./model.ts";

export interface ThreadOptions {
  readonly subject: Subject;
  readonly workers: number;
  /** Faults that one thread puts in at the same time. */
  readonly atOnce: number;
  readonly onFault: (proof: FaultProof) => void;
}

/** Judges faults in threads of their own, each of which prepares the suite once. */
export async function judgeInThreads(ids: ReadonlyArray<FaultId>, options: ThreadOptions): Promise<void> {
  const { subject, workers, atOnce, onFault } = options;
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    name: "judge",
    workerData: subject,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: atOnce,
  });
  try {
    await Promise.all(ids.map(async (id) => onFault(await pool.run(id))));
  } finally {
    await pool.destroy();
  }
}
