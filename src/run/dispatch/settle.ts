import type { Attempt } from "../../result/model.ts";
import type { ObservedError } from "../execution.ts";
import type { JobEnd, Ledger } from "../ledger/ledger.ts";
import { backOffMs, isOnlySlow, mostRetries, type RetryReason, retryAfterMs, retryReason } from "../retry.ts";
import type { Suite } from "../suite.ts";
import type { RunControl } from "./control.ts";
import type { Job } from "./job.ts";
import type { Concurrency } from "./lane-count.ts";
import type { JobsEnd } from "./run-jobs.ts";

export interface SettlingOptions {
  readonly suites: ReadonlyArray<Suite>;
  readonly ledger: Ledger;
  readonly retries: number;
  readonly concurrency: Concurrency;
  readonly bail?: number;
  readonly control: RunControl;
  readonly now: () => number;
  readonly onHold: (forMs: number, url: string) => void;
  /** Runs a job once more. */
  readonly again: (job: Job) => void;
  /** Told what a request has taken. */
  readonly learn: (ms: number) => void;
  /** Lets nothing be sent before that time. */
  readonly hold: (untilMs: number) => void;
}

/** Decides what becomes of a job that has ended: it is done, it is run again later, or its end ends the run. */
export interface Settling {
  readonly settle: (job: Job, end: JobEnd) => void;
  /** Listens to each attempt as it comes. */
  readonly hear: (job: Job, attempt: Attempt) => void;
  /** Their thread died. */
  readonly mourn: (dead: Dead) => JobsEnd;
  /** It will not be run: the run is being stopped. */
  readonly leaveOut: (job: Job) => void;
  /** Whether jobs wait for their time to be run again. */
  readonly isPending: () => boolean;
  /** Whether the server has asked for a pause that is not over. */
  readonly isHeld: () => boolean;
  readonly giveUpRetries: () => void;
}

interface Dead {
  readonly running: Job | undefined;
  readonly rest: ReadonlyArray<Job>;
  readonly error: ObservedError;
}

interface State {
  readonly options: SettlingOptions;
  /** By the place of a job in the plan: how often it was made again, by reason. */
  readonly tries: Map<string, number>;
  readonly waiting: Map<Job, NodeJS.Timeout>;
  heldUntil: number;
  failures: number;
}

export function createSettling(options: SettlingOptions): Settling {
  const state: State = { options, tries: new Map(), waiting: new Map(), heldUntil: 0, failures: 0 };
  const leaveOut = (job: Job): void => options.ledger.close(job, endOfStopped(options.control) ?? { kind: "ended" });
  return {
    settle: (job, end) => settle(state, job, end),
    hear: (job, attempt) => hear(state, job, attempt),
    mourn: (dead) => mourn(state, dead),
    leaveOut,
    isPending: () => state.waiting.size > 0,
    isHeld: () => state.heldUntil > options.now(),
    giveUpRetries: () => {
      for (const [job, timer] of state.waiting) {
        clearTimeout(timer);
        leaveOut(job);
      }
      state.waiting.clear();
    },
  };
}

function settle(state: State, job: Job, end: JobEnd): void {
  const { ledger, control } = state.options;
  // A stopped run ends by itself, or breaks off: what it did not send is left out.
  ledger.close(job, end.kind === "broken" ? withReason(end, control) : (endOfStopped(control) ?? end));
  const attempts = ledger.attemptsOf(job);
  const reason = control.order() === undefined ? reasonOf(attempts) : undefined;
  if (reason !== undefined && takeTry(state, job, reason)) runAgain(state, job, attempts);
  else if (isBusy(state, job) && attempts.some(isOnlySlow)) {
    ledger.retireSlow(job);
    state.options.again({ ...job, isAlone: true });
  } else if (attempts.some(isBroken)) fail(state, attempts.filter(isBroken).length);
}

/** Whether others ran beside it. */
function isBusy({ options }: State, job: Job): boolean {
  return !job.isAlone && options.concurrency !== 1 && options.control.order() === undefined;
}

function isBroken({ status, error }: Attempt): boolean {
  return status === "errored" && error?.code !== "NOT_RUN";
}

/** Newman only knows that it was told to end. */
function withReason(end: JobEnd & { readonly kind: "broken" }, control: RunControl): JobEnd {
  const order = control.order();
  return order && end.error.code === "ABORTED" ? { ...end, error: { ...end.error, message: order.reason } } : end;
}

/** All that is left for cases of a run that was stopped. */
function endOfStopped(control: RunControl): JobEnd | undefined {
  const order = control.order();
  if (order === undefined) return undefined;
  if (!order.isFailure) return { kind: "stopped", reason: `not sent: ${order.reason}` };
  return { kind: "broken", error: { code: "NOT_RUN", message: `not sent: ${order.reason}` } };
}

/** Our haste counts only where nothing else was wrong. */
function reasonOf(attempts: ReadonlyArray<Attempt>): RetryReason | undefined {
  const reasons = attempts.flatMap((attempt) => retryReason(attempt) ?? []);
  return reasons.find((reason) => reason !== "throttled") ?? reasons[0];
}

function takeTry({ tries, options }: State, job: Job, reason: RetryReason): boolean {
  const key = JSON.stringify([job.suite, job.group.name, job.group.cases[0]?.id, reason === "throttled"]);
  const count = (tries.get(key) ?? 0) + 1;
  tries.set(key, count);
  return count <= mostRetries(reason, retriesOf(options, job));
}

function runAgain(state: State, job: Job, attempts: ReadonlyArray<Attempt>): void {
  const { options, waiting, tries, heldUntil } = state;
  const nowMs = options.now();
  const asked = attempts.flatMap((one) => (retryReason(one) ? (retryAfterMs(one, nowMs) ?? []) : []));
  const most = Math.max(...[...tries.values()], 1);
  const delayMs = Math.max(backOffMs(Math.min(most, 4), Math.random()), heldUntil - nowMs, ...asked);
  options.ledger.retire(job);
  const timer = setTimeout(() => {
    waiting.delete(job);
    options.again(job);
  }, delayMs);
  waiting.set(job, timer);
}

/** A 429 that nobody asked for slows everything down; a wrong answer may be one too many. */
function hear(state: State, job: Job, attempt: Attempt): void {
  const { options } = state;
  const retries = retriesOf(options, job);
  options.learn(attempt.durationMs);
  const reason = retryReason(attempt);
  if (reason !== "throttled") {
    if (isOnlySlow(attempt) && isBusy(state, job)) return;
    if (attempt.status === "failed" && (reason === undefined || retries === 0)) fail(state, 1);
    return;
  }
  if (retries === 0) return;
  const nowMs = options.now();
  const forMs = retryAfterMs(attempt, nowMs) ?? 1000;
  if (nowMs + forMs <= state.heldUntil) return;
  state.heldUntil = nowMs + forMs;
  options.hold(state.heldUntil);
  options.onHold(forMs, attempt.request?.url ?? "");
}

function retriesOf({ suites, retries }: SettlingOptions, { suite }: Job): number {
  return suites[suite]?.retries ?? retries;
}

function fail(state: State, count: number): void {
  const { bail, control } = state.options;
  state.failures += count;
  if (bail !== undefined && state.failures >= bail) {
    control.stop(`--bail stopped the run after ${bail === 1 ? "a failure" : `${bail} failures`}`);
  }
}

/** Nobody knows which of those that ran has ended the thread: each is run again, alone, and then it is known. */
function mourn(state: State, { running, rest, error }: Dead): JobsEnd {
  const { ledger, control } = state.options;
  if (running === undefined && rest.some((job) => !takeDeath(state, job))) {
    for (const job of rest) settle(state, job, { kind: "broken", error });
    return { untouched: [], suspects: [] };
  }
  if (running === undefined) return { untouched: rest, suspects: [] };
  if (running.isAlone || control.order()) {
    settle(state, running, { kind: "broken", error });
    return { untouched: rest, suspects: [] };
  }
  ledger.forget(running);
  return { untouched: rest, suspects: [running] };
}

/** A thread that dies before it does anything will not live next time either. */
function takeDeath({ tries }: State, job: Job): boolean {
  const key = JSON.stringify([job.suite, job.group.cases[0]?.id, "death"]);
  const count = (tries.get(key) ?? 0) + 1;
  tries.set(key, count);
  return count <= 2;
}
