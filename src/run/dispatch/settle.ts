import type { Attempt } from "../../result/model.ts";
import type { JobEnd, Ledger } from "../ledger/ledger.ts";
import { backOffMs, isOnlySlow, mostRetries, retryAfterMs, retryReason } from "../retry.ts";
import type { Suite } from "../suite.ts";
import type { RunControl } from "./control.ts";
import { endOfStopped, endWithReason } from "./end-of-stopped.ts";
import type { Job } from "./job.ts";
import type { Concurrency } from "./lane-count.ts";
import { type Dead, mourn } from "./mourn.ts";
import type { JobsEnd } from "./run-jobs.ts";
import { createTries, type Tries } from "./tries.ts";

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

interface State {
  readonly options: SettlingOptions;
  readonly tries: Tries;
  readonly waiting: Map<Job, NodeJS.Timeout>;
  heldUntil: number;
  failures: number;
}

export function createSettling(options: SettlingOptions): Settling {
  const state: State = { options, tries: createTries(), waiting: new Map(), heldUntil: 0, failures: 0 };
  const leaveOut = (job: Job): void => options.ledger.close(job, endOfStopped(options.control) ?? { kind: "ended" });
  return {
    settle: (job, end) => settle(state, job, end),
    hear: (job, attempt) => hear(state, job, attempt),
    mourn: (dead) => mourn(dead, { ...options, tries: state.tries, settle: (job, end) => settle(state, job, end) }),
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
  ledger.close(job, endWithReason(end, control));
  const attempts = ledger.attemptsOf(job);
  const tries = control.order() === undefined ? takeTry(state, job, attempts) : undefined;
  if (tries !== undefined) runAgain(state, job, tries);
  else if (isBusy(state, job) && attempts.some(isOnlySlow)) {
    ledger.retireSlow(job);
    state.options.again({ ...job, isAlone: true });
  } else {
    ledger.finish(job);
    if (attempts.some(isBroken)) fail(state, attempts.filter(isBroken).length);
  }
}

/** Whether others ran beside it. */
function isBusy({ options }: State, job: Job): boolean {
  return !job.isAlone && options.concurrency !== 1 && options.control.order() === undefined;
}

function isBroken({ status, error }: Attempt): boolean {
  return status === "errored" && error?.code !== "NOT_RUN";
}

/** How often it will have been run again with this time; undefined: there is no reason to, or it was run often enough. */
function takeTry({ tries, options }: State, job: Job, attempts: ReadonlyArray<Attempt>): number | undefined {
  const reasons = attempts.flatMap((attempt) => retryReason(attempt) ?? []);
  // Our haste counts only where nothing else was lost.
  const reason = reasons.find((one) => one !== "throttled") ?? reasons[0];
  if (reason === undefined) return undefined;
  return tries.take(job, reason === "throttled" ? reason : "lost", mostRetries(reason, retriesOf(options, job)));
}

function runAgain(state: State, job: Job, tries: number): void {
  const { options, waiting, heldUntil } = state;
  const nowMs = options.now();
  const attempts = options.ledger.attemptsOf(job);
  const asked = attempts.flatMap((one) => (retryReason(one) ? (retryAfterMs(one, nowMs) ?? []) : []));
  const delayMs = Math.max(backOffMs(tries, Math.random()), heldUntil - nowMs, ...asked);
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
