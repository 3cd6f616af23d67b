/** Node's timers overflow after 2^31 - 1 ms, and fire at once; Newman adds some time of its own to what it is given. */
const longestMs = 2_000_000_000;

/** A timeout that a timer can keep. */
export function timerMs(ms: number): number {
  return Math.min(ms, longestMs);
}
