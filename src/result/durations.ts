import type { CaseRun } from "./model.ts";

/**
 * Case id -> milliseconds: how long the case may be expected to take the next time. It is its last attempt that was answered, and
 * neither the sum nor the median of all: what was tried again met with a fault of the network, which says how long the fault
 * took (a timeout, 30 s; a refused connection, none) and nothing about the case. A case that was never answered is not in it.
 */
export function durationsOf(cases: ReadonlyArray<CaseRun>): ReadonlyMap<string, number> {
  const durations = new Map<string, number>();
  for (const { id, attempts } of cases) {
    const answered = attempts.findLast(({ status }) => status !== "errored");
    if (answered !== undefined) durations.set(id, answered.durationMs);
  }
  return durations;
}
