import type { Job } from "./job.ts";

/** What waits for a lane, the longest first. */
export interface Queue {
  readonly add: (jobs: ReadonlyArray<Job>) => void;
  /** Jobs for one Newman run, of one suite; empty: none wait. `lanes`: how many will share what waits. */
  readonly take: (lanes: number) => ReadonlyArray<Job>;
  /** All that wait; none do any more. */
  readonly clear: () => ReadonlyArray<Job>;
  readonly size: () => number;
  /** What a request has taken. */
  readonly learn: (ms: number) => void;
}

/** Newman keeps something of every request until its run ends. */
const mostRequests = 100;
/** As long as nobody knows what a request takes. */
const firstRequests = 4;
/** What is worth starting a Newman run for, which takes some milliseconds. */
const leastMs = 40;
/** More lanes may open before it has ended, and they should not wait for it. */
const longestMs = 1000;
/** Of an even share: what comes later is short enough to even out what was guessed wrong. */
const share = 0.6;

export function createQueue(): Queue {
  const jobs: Job[] = [];
  const known = { count: 0, totalMs: 0 };
  const requestMs = (): number => (known.count === 0 ? 1 : known.totalMs / known.count);
  const weigh = ({ knownMs, unknown }: Job): number => knownMs + unknown * requestMs();
  return {
    add: (more) => {
      // A stable sort: jobs of the same length stay in plan order. The longest is last, where it is quickly taken.
      for (const job of [...more].reverse()) jobs.push(job);
      jobs.sort((a, b) => weigh(a) - weigh(b));
    },
    take: (lanes) => {
      const total = jobs.reduce((sum, job) => sum + weigh(job), 0);
      const mostMs = Math.min(longestMs, Math.max(leastMs, (share * total) / lanes));
      const evenJobs = Math.ceil(jobs.length / lanes);
      const limits = { mostMs, mostRequests: known.count === 0 ? Math.min(firstRequests, evenJobs) : mostRequests };
      return takeBatch(jobs, limits, weigh);
    },
    clear: () => jobs.splice(0).reverse(),
    size: () => jobs.length,
    learn: (ms) => {
      known.count += 1;
      known.totalMs += ms;
    },
  };
}

/** Takes the longest job, and as many of the next ones as fit. */
function takeBatch(
  jobs: Job[],
  most: { readonly mostMs: number; readonly mostRequests: number },
  weigh: (job: Job) => number,
): ReadonlyArray<Job> {
  const batch: Job[] = [];
  const wholes = new Set<Job["whole"]>();
  let [ms, requests] = [0, 0];
  for (let job = jobs.at(-1); job !== undefined; job = jobs.at(-1)) {
    const isTooMuch = ms + weigh(job) > most.mostMs || requests + job.requests > most.mostRequests;
    const [first = job] = batch;
    const isApart = job.suite !== first.suite || wholes.has(job.whole) || job.isApart || first.isApart;
    if (batch.length > 0 && (isTooMuch || isApart)) break;
    jobs.pop();
    batch.push(job);
    wholes.add(job.whole);
    ms += weigh(job);
    requests += job.requests;
  }
  return batch;
}
