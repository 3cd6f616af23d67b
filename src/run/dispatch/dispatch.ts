import type { StopOrder } from "./control.ts";
import { type DispatchOptions, type Floor, openFloor, openStation, type Post } from "./floor.ts";
import type { Job } from "./job.ts";
import { nextLanes } from "./lane-count.ts";
import { type JobsEnd, runJobs } from "./run-jobs.ts";

const lookMs = 100;

/** Runs jobs on stations, several at once; resolves with the most lanes that were open, when every job is settled. */
export async function dispatch(jobs: ReadonlyArray<Job>, options: DispatchOptions): Promise<number> {
  const floor = openFloor(options);
  floor.queue.add(jobs.filter(({ isAlone }) => !isAlone));
  const bursts = jobs.filter(({ isAlone }) => isAlone);
  const unsubscribe = options.control.subscribe((order) => obey(floor, order));
  const timer = setInterval(() => look(floor), lookMs);
  try {
    await runQueue(floor);
    await runAlone(floor, () => floor.alone.shift());
    await runAlone(floor, () => floor.alone.shift() ?? bursts.shift());
  } finally {
    clearInterval(timer);
    unsubscribe();
    await Promise.all(floor.posts.map(({ station }) => station.close()));
  }
  return floor.peak;
}

/** Resolves when nothing waits, runs or is to be run again. */
function runQueue(floor: Floor): Promise<void> {
  return new Promise((resolve) => {
    floor.wake = () => {
      if (floor.options.control.order()) leaveOut(floor, floor.queue.clear());
      for (let post = freePost(floor); post && floor.queue.size() > 0; post = freePost(floor)) start(floor, post);
      const isBusy = floor.queue.size() > 0 || floor.posts.some(({ running }) => running > 0);
      if (!isBusy && !floor.settling.isPending()) resolve();
    };
    floor.wake();
  });
}

function freePost({ posts, queue, options }: Floor): Post | undefined {
  const free = posts.filter(({ running, lanes }) => running < lanes);
  const [first] = free.toSorted((a, b) => a.running - b.running);
  const most = options.concurrency === "auto" ? Number.POSITIVE_INFINITY : options.concurrency;
  const running = posts.reduce((sum, post) => sum + post.running, 0);
  return running < most && queue.size() > 0 ? first : undefined;
}

function start(floor: Floor, post: Post): void {
  const lanes = floor.posts.reduce((sum, one) => sum + one.lanes, 0);
  void work(floor, post, floor.queue.take(lanes)).then(floor.wake);
}

async function work(floor: Floor, post: Post, jobs: ReadonlyArray<Job>): Promise<void> {
  const { options, settling } = floor;
  post.running += 1;
  floor.peak = Math.max(
    floor.peak,
    floor.posts.reduce((sum, { running }) => sum + running, 0),
  );
  const end = await runJobs(jobs, { ...options, station: post.station, settling });
  post.running -= 1;
  if (post.station.isDead()) post.station = openStation(options);
  putBack(floor, end);
}

/** What was not run because of another job's misfortune goes on elsewhere; what may have caused it runs alone. */
function putBack({ queue, alone }: Floor, { untouched, suspects }: JobsEnd): void {
  queue.add(untouched.filter(({ isAlone }) => !isAlone));
  alone.push(...suspects.map((job) => ({ ...job, isAlone: true })), ...untouched.filter(({ isAlone }) => isAlone));
}

/** One after the other, each with nothing beside it. */
async function runAlone(floor: Floor, next: () => Job | undefined): Promise<void> {
  const [post] = floor.posts;
  if (post === undefined) return;
  for (let job = next(); job !== undefined; job = next()) {
    if (floor.options.control.order()) leaveOut(floor, [job]);
    else {
      await work(floor, post, [job]);
      await runQueue(floor);
    }
  }
}

function leaveOut({ settling }: Floor, jobs: ReadonlyArray<Job>): void {
  for (const job of jobs) settling.leaveOut(job);
}

function obey(floor: Floor, { kind }: StopOrder): void {
  for (const { station } of floor.posts) {
    if (kind === "abort") station.abort();
    else station.stop();
  }
  floor.settling.giveUpRetries();
  floor.wake();
}

/** Opens lanes where a thread waits more than it works. */
function look(floor: Floor): void {
  if (floor.options.concurrency !== "auto" || floor.settling.isHeld()) return;
  for (const post of floor.posts) post.lanes = nextLanes(post.lanes, post.running, post.station.busy());
  floor.wake();
}
