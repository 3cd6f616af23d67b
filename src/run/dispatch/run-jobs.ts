import type { Case } from "../../plan/model.ts";
import { type Batch, type BatchEnd, itemOf, type Judged, type LaneEvent } from "../lane/batch.ts";
import type { JobEnd, Ledger } from "../ledger/ledger.ts";
import type { Station } from "../station/station.ts";
import type { Suite } from "../suite.ts";
import type { Job } from "./job.ts";
import type { Settling } from "./settle.ts";

export interface JobsContext {
  readonly suites: ReadonlyArray<Suite>;
  readonly ledger: Ledger;
  readonly station: Station;
  readonly settling: Settling;
  readonly onBegin: (suite: number, key: string) => void;
  readonly onLeave: (suite: number, key: string) => void;
}

/** Jobs that are not settled when their Newman run is over. */
export interface JobsEnd {
  /** Nothing of them was sent. */
  readonly untouched: ReadonlyArray<Job>;
  /** They ran when their thread died. */
  readonly suspects: ReadonlyArray<Job>;
}

/** Runs jobs of one suite, one after the other, in one Newman run, and settles each as soon as it has ended. */
export async function runJobs(jobs: ReadonlyArray<Job>, context: JobsContext): Promise<JobsEnd> {
  const { suites, station, settling } = context;
  const [first] = jobs;
  const suite = suites[first?.suite ?? 0];
  if (first === undefined || suite === undefined) return { untouched: [], suspects: [] };
  const jobOf = new Map(jobs.flatMap((job, at) => job.group.cases.map((one) => [suite.keyOf(one), at] as const)));
  let reached = -1;
  let last: string | undefined;
  const leave = (): void => {
    if (last !== undefined) context.onLeave(first.suite, last);
    last = undefined;
  };
  const end = await station.run(batchOf(jobs, suite), (event) => {
    const at = jobOf.get(event.key) ?? reached;
    if (event.kind === "begin") {
      leave();
      last = event.key;
      for (; reached < at; reached += 1) if (reached >= 0) settling.settle(jobs[reached] as Job, { kind: "ended" });
    }
    hear(event, jobs[at] ?? first, context);
  });
  leave();
  return settleRest(jobs, reached, end, context);
}

function hear(event: LaneEvent, job: Job, { ledger, settling, onBegin }: JobsContext): void {
  if (event.kind === "begin") {
    ledger.begin(job, event.key);
    onBegin(job.suite, event.key);
  } else if (event.kind === "attempt") {
    ledger.note(job.suite, event.key, event.attempt);
    settling.hear(job, event.attempt);
  } else ledger.surplus(job.suite, event.key, event.text);
}

/** `reached`: the job that was run last; -1: none was. */
function settleRest(jobs: ReadonlyArray<Job>, reached: number, end: BatchEnd, { settling }: JobsContext): JobsEnd {
  const running = jobs[reached];
  const rest = jobs.slice(reached + 1);
  if (end.kind === "died") return settling.mourn({ running, rest, error: end.error });
  const { error } = end;
  const own: JobEnd = error === undefined ? { kind: "ended" } : { kind: "broken", error };
  if (running !== undefined) {
    settling.settle(running, own);
    // A script has ended the Newman run, or something has broken it off: that is nothing to the jobs behind it.
    return { untouched: rest, suspects: [] };
  }
  // Where not even the first one could be run, the others cannot be, either.
  for (const job of rest) settling.settle(job, own);
  return { untouched: [], suspects: [] };
}

function batchOf(jobs: ReadonlyArray<Job>, { collectionOf, keyOf }: Suite): Batch {
  const cases = jobs.flatMap(({ group }) => group.cases.filter(({ request }) => request !== undefined));
  const first = new Map<string, Case>();
  for (const one of cases) {
    const item = itemOf(keyOf(one));
    // Later iterations are judged as the first one is.
    if (!first.has(item)) first.set(item, one);
  }
  return {
    suite: jobs[0]?.suite ?? 0,
    collection: collectionOf(jobs.map(({ group }) => group)),
    judged: [...first].map(([item, one]) => judgedOf(one, item)),
  };
}

/** What a thread must know of a case. */
export function judgedOf(one: Case, itemId: string): Judged {
  const { method, checks, mayReset, tests, before } = one;
  const isCleanUp = before?.kind === "cleanup";
  return { itemId, method, checks, hasTests: tests !== undefined, isCleanUp, ...(mayReset && { mayReset }) };
}
