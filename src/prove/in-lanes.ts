/** Does `work` on every job, at most `lanes` at once, in the order of the list; resolves when all are done. */
export async function inLanes<Job>(
  jobs: ReadonlyArray<Job>,
  lanes: number,
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const queue = jobs.values();
  const lane = async (): Promise<void> => {
    // The lanes share one iterator: each takes the next job when it is free.
    for (const job of queue) await work(job);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(lanes, jobs.length)) }, lane));
}
