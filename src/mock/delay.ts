import { pickNumber } from "./seed.ts";

/** How long answers are held back, both ends included. */
export interface Delay {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** The delay of the answer with this number: somewhere in the range, and the same for the same seed. */
export function delayOf({ leastMs, mostMs }: Delay, seed: number, index: number): number {
  // The plain seed takes the first of everything, and who asks for a range wants to see all of it.
  return leastMs + pickNumber(mostMs - leastMs + 1, seed + 1, `delay ${index}`);
}
