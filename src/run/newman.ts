import type { NewmanRunOptions } from "newman";

export type { NewmanRunOptions };

/** A collection, as Newman takes it. */
export type NewmanCollection = Exclude<NewmanRunOptions["collection"], string>;

/** Newman's library. Loading it takes a third of a second: only a run pays for it. */
export async function loadNewman() {
  const { default: newman } = await import("newman");
  return newman;
}
