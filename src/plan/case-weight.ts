import type { Case, CaseId } from "./model.ts";

/**
 * Weights of cases from how long they took in an earlier run, in milliseconds. A case that was not in it weighs as much as the
 * median of those that were; where nothing is known, each weighs the same. What is not sent weighs nothing.
 */
export function weightFrom(durations: ReadonlyMap<CaseId, number>): (one: Case) => number {
  const typical = median([...durations.values()]) ?? 1;
  // A server that answers in less than a millisecond would make all cases weightless, and one shard get them all.
  return ({ id, request }) => (request === undefined ? 0 : Math.max(1, durations.get(id) ?? typical));
}

function median(values: ReadonlyArray<number>): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
