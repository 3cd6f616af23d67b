import type { Job } from "./job.ts";

/** How often jobs were run again. */
export interface Tries {
  /** Counts one more for this reason; undefined: it had as many as it may. */
  readonly take: (job: Job, reason: "lost" | "throttled" | "death", most: number) => number | undefined;
}

export function createTries(): Tries {
  const counts = new Map<string, number>();
  return {
    take: (job, reason, most) => {
      // A job that is run again is another object.
      const key = JSON.stringify([job.suite, job.group.cases[0]?.id, reason]);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= most ? count : undefined;
    },
  };
}
