/** How many lanes a station opens. */
export type Concurrency = number | "auto";

const firstLanes = 4;
/** More than that, and answers wait for the thread so long that it shows in their times. */
const mostLanes = 32;
/** Above it a thread has enough to do. */
const enough = 0.75;
/** Above it the thread has too much to do. */
const tooMuch = 0.98;

/** The lanes that each station begins with; fixed ones are shared out evenly. */
export function lanesAtFirst(concurrency: Concurrency, stations: number): number {
  return concurrency === "auto" ? firstLanes : Math.max(1, Math.ceil(concurrency / stations));
}

/** The lanes that fit what the thread was seen to do: its share of busy time, from 0 to 1. */
export function nextLanes(lanes: number, running: number, busy: number | undefined): number {
  // Lanes that have not opened yet tell nothing.
  if (busy === undefined || running < lanes) return lanes;
  if (busy > tooMuch) return Math.max(firstLanes, lanes - 1);
  if (busy > enough) return lanes;
  const factor = Math.min(2, 0.9 / Math.max(busy, 0.05));
  return Math.min(mostLanes, Math.max(lanes + 1, Math.floor(lanes * factor)));
}
