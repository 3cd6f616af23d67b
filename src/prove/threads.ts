import { Tinypool } from "tinypool";
import type { FaultId } from "../mock/faults.ts";
import type { Subject } from "./material.ts";
import type { FaultProof } from "./model.ts";

export interface ThreadOptions {
  readonly subject: Subject;
  readonly workers: number;
  readonly onFault: (proof: FaultProof) => void;
}

/** Judges faults in threads of their own, each of which prepares the suite once. */
export async function judgeInThreads(ids: ReadonlyArray<FaultId>, options: ThreadOptions): Promise<void> {
  const { subject, workers, onFault } = options;
  const pool = new Tinypool({
    filename: new URL("./worker.js", import.meta.url).href,
    name: "judge",
    workerData: subject,
    minThreads: workers,
    maxThreads: workers,
    // Most of its time a fault waits.
    concurrentTasksPerWorker: 3,
  });
  try {
    await Promise.all(ids.map(async (id) => onFault(await pool.run(id))));
  } finally {
    await pool.destroy();
  }
}
