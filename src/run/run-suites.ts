import type { CaseRun, Run } from "../result/model.ts";
import type { RunHeader } from "../result/ndjson.ts";
import { contactAll } from "./contact-all.ts";
import { createRunControl, type RunControl, type StopOrder } from "./dispatch/control.ts";
import { dispatch } from "./dispatch/dispatch.ts";
import { type Job, jobsOf } from "./dispatch/job.ts";
import type { Concurrency } from "./dispatch/lane-count.ts";
import { createLedger, type Ledger } from "./ledger/ledger.ts";
import { owedCases, runHead } from "./run-head.ts";
import type { OpenStation } from "./station/station.ts";
import type { Suite } from "./suite.ts";

export interface RunSuitesOptions {
  readonly suites: ReadonlyArray<Suite>;
  readonly openStation: OpenStation;
  /** Threads, where stations are threads. Default: 1. */
  readonly workers?: number;
  /** Newman runs at once. Default: 8. */
  readonly lanes?: Concurrency;
  /** How often a job is run again where the server was not heard. Default: 0, which also takes a 429 as it is. */
  readonly retries?: number;
  /** Stop after so many failures. */
  readonly bail?: number;
  /** For the whole run. */
  readonly timeoutMs?: number;
  /** How long cases took before, in milliseconds, by case id. */
  readonly durations?: ReadonlyMap<string, number>;
  /** Of a run that is taken up again: what became of the cases of its whole groups, by case id. */
  readonly finished?: ReadonlyMap<string, CaseRun>;
  /** Name of the environment, for the report. */
  readonly environment: string;
  readonly shard?: NonNullable<Run["shard"]>;
  readonly control?: RunControl;
  readonly now?: () => number;
  /** Called before the first request. */
  readonly onStart?: (header: RunHeader) => void;
  /** Called when a case is about to be sent. */
  readonly onBegin?: (id: string, title: string) => void;
  /** Called when that is over; what became of it may be told later, or never. */
  readonly onLeave?: (id: string) => void;
  /** Called as each case ends, with its place in the plan; again, where something else became of it later. */
  readonly onCase?: (run: CaseRun, seq: number) => void;
  /** Whoever is told of the cases keeps them: the run that is returned has none. Default: it has all of them. */
  readonly isToldOnly?: boolean;
  /** Called when a server asked to be asked less. */
  readonly onHold?: (forMs: number, url: string) => void;
}

/** Runs suites with Newman, several groups at once and the bursts alone at the end, and returns them in plan order. */
export async function runSuites(options: RunSuitesOptions): Promise<Run> {
  const { suites, now = Date.now, onCase = () => {}, lanes = 8 } = options;
  const startedAt = now();
  const { finished = new Map<string, CaseRun>(), durations = new Map<string, number>() } = options;
  const ledger = createLedger({ suites, finished, onCase, isToldOnly: options.isToldOnly === true });
  const all = suites.flatMap((suite, at) => jobsOf(at, suite, durations));
  const jobs = all.filter(({ whole }) => !whole.cases.some(({ id }) => finished.has(id)));
  const head = runHead({ ...options, lanes }, startedAt, jobs.length);
  options.onStart?.({ ...head, cases: owedCases(suites) });
  const { broken, peak } = await runJobs(jobs, { ...options, lanes, now }, ledger);
  ledger.closeRest();
  return {
    ...head,
    lanes: Math.max(1, peak),
    durationMs: now() - startedAt,
    ...(broken !== undefined && { broken }),
    cases: ledger.cases(),
  };
}

interface Ended {
  /** Why the run as a whole is worth nothing, where it is. */
  readonly broken?: string;
  /** The most lanes that were open at once. */
  readonly peak: number;
}

type Prepared = RunSuitesOptions & { readonly lanes: Concurrency; readonly now: () => number };

async function runJobs(jobs: ReadonlyArray<Job>, options: Prepared, ledger: Ledger): Promise<Ended> {
  const { suites, now, onHold = () => {}, onBegin = () => {}, onLeave = () => {} } = options;
  const { control, timer } = controlOf(options);
  // Who stops it does not want to wait for a server that does not answer.
  const stopped = new Promise<undefined>((resolve) => control.subscribe(() => resolve(undefined)));
  const unreachable = jobs.length === 0 ? undefined : await Promise.race([contactAll(suites), stopped]);
  if (unreachable !== undefined) {
    clearTimeout(timer);
    for (const job of jobs) ledger.close(job, { kind: "broken", error: unreachable });
    return { broken: unreachable.message, peak: 0 };
  }
  let stray: string | undefined;
  const peak = await dispatch(jobs, {
    ...options,
    ledger,
    stations: options.workers ?? 1,
    concurrency: options.lanes,
    retries: options.retries ?? 0,
    control,
    now,
    onHold,
    onStray: (message) => {
      stray ??= `a script failed after its case had ended: ${message}`;
    },
    onBegin: (suite, key) => {
      const one = ledger.caseOf(suite, key);
      if (one) onBegin(one.id, one.title);
    },
    onLeave: (suite, key) => {
      const one = ledger.caseOf(suite, key);
      if (one) onLeave(one.id);
    },
  }).finally(() => clearTimeout(timer));
  const order = control.order();
  const broken = options.control?.order()?.reason ?? (order?.isFailure ? order.reason : stray);
  return { peak, ...(broken !== undefined && { broken }) };
}

/** The run's own time is one more reason to stop. */
function controlOf({ control: outer, timeoutMs }: RunSuitesOptions) {
  const control = createRunControl();
  const pass = (order: StopOrder) => (order.kind === "stop" ? control.stop(order.reason) : control.abort(order.reason));
  const given = outer?.order();
  if (given) pass(given);
  outer?.subscribe(pass);
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => control.fail(`the run's time (${timeoutMs} ms) was up`), timeoutMs);
  return { control, timer };
}
