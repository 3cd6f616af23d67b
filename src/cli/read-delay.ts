import { UsageError } from "./usage-error.ts";

/** As for `Prefer: delay`: whoever waits longer than a minute has gone away. */
const mostMs = 60_000;

/** `50`, `50ms` or `20..200ms` as a range of milliseconds. */
export function readDelay(text: string): { readonly leastMs: number; readonly mostMs: number } {
  const [, least, most = least] = /^(\d{1,6})(?:ms)?(?:\.\.(\d{1,6})(?:ms)?)?$/.exec(text.trim()) ?? [];
  const delay = { leastMs: Number(least), mostMs: Number(most) };
  if (least === undefined || delay.leastMs > delay.mostMs || delay.mostMs > mostMs) {
    throw new UsageError(
      `--delay ${text} is no delay: write milliseconds, 50ms, or a range of them, 20..200ms, up to ${mostMs}`,
    );
  }
  return delay;
}
