import { Tinypool } from "tinypool";
import type { FaultId } from "../mock/faults.ts";
import { judgeFault } from "./judge.ts";
import { prepare, type Subject } from "./material.ts";
import type { FaultProof } from "./model.ts";

const material = prepare(Tinypool.workerData as Subject);

/** One fault, in a thread of the pool. */
export function judge(id: FaultId): Promise<FaultProof> {
  return judgeFault(id, material);
}
