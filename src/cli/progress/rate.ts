const windowMs = 5000;
/** Less than that is a guess. */
const leastMs = 1000;

interface Sample {
  readonly at: number;
  readonly count: number;
}

/** How fast a count grows. */
export interface Rate {
  /** Takes the count as it is now; returns its growth per second over the last few seconds, where that is known. */
  readonly sample: (at: number, count: number) => number | undefined;
}

/** A window that slides over the samples: what was slow a minute ago says nothing of the rest of the run. */
export function createRate(): Rate {
  let samples: ReadonlyArray<Sample> = [];
  return {
    sample: (at, count) => {
      // Somebody may set the clock back.
      const known = samples.filter((sample) => sample.at <= at);
      const first = known.findLastIndex((sample) => sample.at <= at - windowMs);
      samples = [...known.slice(Math.max(0, first)), { at, count }];
      const [oldest = { at, count }] = samples;
      const span = at - oldest.at;
      return count === 0 || span < leastMs ? undefined : ((count - oldest.count) * 1000) / span;
    },
  };
}
