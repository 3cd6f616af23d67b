import { availableParallelism } from "node:os";
import type { Suite } from "../../run/suite.ts";
import type { RunFlags } from "../run-flags.ts";

/** A thread takes as much time to load Newman as so many requests take. */
const requestsForOne = 60;
/** More than that, and the thread that keeps the results is what all wait for. */
const mostWorkers = 8;

/** How many threads a run has. */
export function workerCount({ workers, rate, maxPerHost }: RunFlags, suites: ReadonlyArray<Suite>): number {
  // A limit is kept by the thread that sends: one is quick enough for whoever asks to be slow.
  if (rate !== undefined || maxPerHost !== undefined) return 1;
  if (workers !== "auto") return workers;
  const cases = suites.flatMap(({ plan }) => plan.groups.flatMap((group) => group.cases));
  const requests = cases.filter(({ request }) => request !== undefined).length;
  return Math.max(1, Math.min(availableParallelism(), mostWorkers, Math.floor(requests / requestsForOne)));
}
