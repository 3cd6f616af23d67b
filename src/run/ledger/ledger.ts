import { type Case, isSentAtWill, mayBeAbsent } from "../../plan/model.ts";
import type { Attempt, CaseRun } from "../../result/model.ts";
import { missingAttempt } from "../attempt.ts";
import type { Job } from "../dispatch/job.ts";
import type { ObservedError } from "../execution.ts";
import { ruleOfError } from "../wire.ts";
import { namedError, withSurplus } from "../wire-attempt.ts";
import { type Book, type CaseRecord, type Entry, type LedgerOptions, openBook } from "./book.ts";
import { retire, retireSlow } from "./retire.ts";

/** What became of each case, until the run is over. */
export interface Ledger {
  /** The case that Newman tells of. */
  readonly caseOf: (suite: number, key: string) => Case | undefined;
  readonly begin: (job: Job, key: string) => void;
  readonly note: (suite: number, key: string, attempt: Attempt) => void;
  /** Bytes that came after the response and belong to none. */
  readonly surplus: (suite: number, key: string, text: string) => void;
  /** Says of each case of the job that has not ended what became of it. */
  readonly close: (job: Job, end: JobEnd) => void;
  /** The attempts of a job's last run. */
  readonly attemptsOf: (job: Job) => ReadonlyArray<Attempt>;
  /** What is worth keeping of a run that is made again. */
  readonly retire: (job: Job) => void;
  /** The same, where it is made again for its times alone. */
  readonly retireSlow: (job: Job) => void;
  /** The job will not be run again. */
  readonly finish: (job: Job) => void;
  /** Forgets a run that was cut off by no fault of its own. */
  readonly forget: (job: Job) => void;
  /** Says of cases that nothing was ever sent for what became of them. */
  readonly closeRest: () => void;
  readonly cases: () => ReadonlyArray<CaseRun>;
}

/** How a job ended. */
export type JobEnd =
  | { readonly kind: "ended" }
  | { readonly kind: "broken"; readonly error: ObservedError }
  /** It was stopped on purpose: what was not sent is left out. */
  | { readonly kind: "stopped"; readonly reason: string };

export function createLedger(options: LedgerOptions): Ledger {
  const book = openBook(options);
  return {
    caseOf: (suite, key) => book.entryOf(suite, key)?.one,
    begin: (job, key) => {
      const entry = book.entryOf(job.suite, key);
      if (entry) book.running.set(job, entry.one);
    },
    note: (suite, key, attempt) => {
      const entry = book.entryOf(suite, key);
      if (entry) note(book, entry, attempt);
    },
    surplus: (suite, key, text) => {
      const entry = book.entryOf(suite, key);
      if (entry) correct(book, entry, text);
    },
    close: (job, end) => close(book, job, end),
    attemptsOf: (job) => job.group.cases.flatMap((one) => book.recordOf(job.suite, one).current ?? []),
    retire: (job) => {
      book.running.delete(job);
      retire(book, job);
    },
    retireSlow: (job) => retireSlow(book, job),
    finish: createFinish(book),
    forget: (job) => {
      book.running.delete(job);
      for (const one of job.group.cases) book.recordOf(job.suite, one).current = undefined;
    },
    closeRest: () => {
      for (const entry of book.entries) if (!book.isRecorded(entry) && !entry.one.request) book.record(entry);
    },
    cases: book.cases,
  };
}

/** Bytes that belong to no response may come after the job that sent for it has ended: a few jobs are remembered for them. */
const mostRemembered = 64;

function createFinish(book: Book): Ledger["finish"] {
  const remembered: Job[] = [];
  return (job) => {
    remembered.push(job);
    const oldest = remembered.length > mostRemembered ? remembered.shift() : undefined;
    if (oldest) for (const one of oldest.group.cases) book.drop(book.entryOfCase(oldest.suite, one));
  };
}

function note(book: Book, entry: Entry, attempt: Attempt): void {
  const record = book.recordOf(entry.suite, entry.one);
  // A wrong answer is never retried away.
  if (record.isFinal) return;
  // A clean-up runs once for each thing that is left, a job is polled to its end: what went wrong counts.
  if (record.current !== undefined && !outweighs(attempt, record.current)) return;
  record.current =
    record.surplus === undefined ? attempt : withSurplus(attempt, record.surplus, book.maskOf(entry.suite));
  // It may be sent many times, and nobody waits to hear of each; whatever a foreign script does is told as it comes.
  if (!mayBeAbsent(entry.one)) book.record(entry);
}

/** Of the times that an item is sent in one run, the one that counts: what went wrong, or else the last that asserted something. */
function outweighs(attempt: Attempt, before: Attempt): boolean {
  if (before.status !== "passed") return false;
  return attempt.status !== "passed" || attempt.checks.length > 0 || before.checks.length === 0;
}

function correct(book: Book, entry: Entry, text: string): void {
  const record = book.recordOf(entry.suite, entry.one);
  record.surplus = text;
  if (record.current === undefined) return;
  const corrected = withSurplus(record.current, text, book.maskOf(entry.suite));
  if (corrected === record.current) return;
  record.current = corrected;
  book.record(entry);
}

function close(book: Book, job: Job, end: JobEnd): void {
  const last = book.running.get(job);
  book.running.delete(job);
  const broken = last !== undefined && book.recordOf(job.suite, last).current === undefined ? last : undefined;
  for (const one of job.group.cases) {
    const entry = book.entryOfCase(job.suite, one);
    const record = book.recordOf(job.suite, one);
    if (record.isFinal) continue;
    const isOpen = record.current === undefined && one.request !== undefined;
    if (isOpen && isSentAtWill(one) && isIdle(one, record, end)) {
      // Nothing was left, or led anywhere: there was nothing to send, so there is nothing to report.
      if (one.passedBy === undefined) continue;
      record.skipped = one.passedBy;
    }
    if (isOpen && end.kind === "stopped") [record.current, record.skipped] = [record.previous, end.reason];
    else if (isOpen && record.skipped === undefined) record.current = missingAttempt(reason(one, broken, end));
    if (!book.isRecorded(entry) || isOpen || mayBeAbsent(one)) book.record(entry);
  }
}

/** A run that is stopped still deletes what it created; and `--resume` may find that there is nothing to send. */
function isIdle({ passedBy }: Case, { previous }: CaseRecord, { kind }: JobEnd): boolean {
  return kind === "ended" || (kind === "stopped" && passedBy === undefined && previous === undefined);
}

/** Why a case never ended: it broke its group off, another one did, or nothing could be sent at all. */
function reason(one: Case, broken: Case | undefined, end: JobEnd) {
  const notRun = (message: string) => namedError({ code: "NOT_RUN", message }, "suite-not-run-zero");
  if (end.kind !== "broken") return notRun("Newman ended without running it");
  if (broken === undefined) return namedError(end.error, ruleOfError(end.error));
  if (broken.id === one.id) return namedError(end.error, "wire-run-hang-guard");
  return notRun(`not sent: its group broke off at "${broken.title}": ${end.error.message}`);
}
