import type { ObservedError } from "../execution.ts";
import type { JobEnd, Ledger } from "../ledger/ledger.ts";
import type { RunControl } from "./control.ts";
import type { Job } from "./job.ts";
import type { JobsEnd } from "./run-jobs.ts";
import type { Tries } from "./tries.ts";

/** Jobs of a Newman run that ended with its thread. */
export interface Dead {
  readonly running: Job | undefined;
  readonly rest: ReadonlyArray<Job>;
  readonly error: ObservedError;
}

interface Mourners {
  readonly ledger: Ledger;
  readonly control: RunControl;
  readonly tries: Tries;
  readonly settle: (job: Job, end: JobEnd) => void;
}

/** A thread that dies before it does anything will not live next time either. */
const mostDeaths = 2;

/** Nobody knows which of those that ran has ended the thread: each is run again, alone, and then it is known. */
export function mourn({ running, rest, error }: Dead, { ledger, control, tries, settle }: Mourners): JobsEnd {
  if (running === undefined) {
    const dying = rest.filter((job) => tries.take(job, "death", mostDeaths) === undefined);
    for (const job of dying) settle(job, { kind: "broken", error });
    return { untouched: rest.filter((job) => !dying.includes(job)), suspects: [] };
  }
  if (running.isAlone || control.order()) {
    settle(running, { kind: "broken", error });
    return { untouched: rest, suspects: [] };
  }
  ledger.forget(running);
  return { untouched: rest, suspects: [running] };
}
