import { itemId } from "../collection/ids.ts";
import { type Case, type Group, isSentAtWill, type Plan } from "../plan/model.ts";
import type { Attempt, CaseRun } from "../result/model.ts";
import { attemptOf, missingAttempt } from "./attempt.ts";
import { caseRun } from "./case-run.ts";
import type { Execution, ObservedError } from "./execution.ts";
import { createMask, type Mask } from "./mask.ts";
import type { RunOptions } from "./run-plan.ts";
import { passwordOf } from "./url-password.ts";
import { ruleOfError } from "./wire.ts";
import { namedError, withSurplus } from "./wire-attempt.ts";

/** What became of each case, until the run is over. */
export interface Ledger {
  readonly mask: Mask;
  /** An item begins. */
  readonly start: (itemId: string) => void;
  readonly note: (execution: Execution) => void;
  /** Bytes that came after the item's response and belong to none. */
  readonly surplus: (itemId: string, bytes: Buffer) => void;
  /** An error that escaped a script: of the cases that run now and have tests of their own. False: there is none. */
  readonly stray: (message: string) => boolean;
  /** Says of each case of the group that has not ended what became of it. */
  readonly close: (group: Group, error: ObservedError | undefined) => void;
  readonly cases: () => ReadonlyArray<CaseRun>;
}

const keptSurplus = 40;

interface Entry {
  readonly one: Case;
  readonly group: Group;
  readonly seq: number;
}

interface Book {
  readonly mask: Mask;
  readonly every: Plan["every"];
  readonly byItem: ReadonlyMap<string, Entry>;
  /** The case that a group came to last. */
  readonly running: Map<Group, Case>;
  /** Errors that escaped from scripts, by case. */
  readonly strays: Map<string, ObservedError>;
  /** What came after responses, by case. */
  readonly surplus: Map<string, string>;
  /** Of those that run as often as their script says. */
  readonly repeated: Map<string, Attempt>;
  readonly finished: Map<string, CaseRun>;
  readonly finish: (entry: Pick<Entry, "one" | "group">, attempt: Attempt | undefined) => void;
  /** Puts another attempt in the place of the one it had. */
  readonly correct: (entry: Entry, correction: (attempt: Attempt) => Attempt) => void;
}

/** Keeps what became of each case until the run is over. */
export function createLedger(options: RunOptions): Ledger {
  const book = openBook(options);
  const { mask, byItem, running, finished } = book;
  return {
    mask,
    start: (id) => {
      const entry = byItem.get(id);
      if (entry) running.set(entry.group, entry.one);
    },
    note: (execution) => note(book, execution),
    surplus: (id, bytes) => {
      const entry = byItem.get(id);
      if (entry === undefined) return;
      const text = bytes.subarray(0, keptSurplus).toString("latin1");
      book.surplus.set(entry.one.id, text);
      book.correct(entry, (attempt) => withSurplus(attempt, text, mask));
    },
    stray: (message) => {
      const suspects = [...running.values()].filter(({ id, tests }) => tests !== undefined && !finished.has(id));
      for (const { id } of suspects) book.strays.set(id, { code: "SCRIPT", message });
      return suspects.length > 0;
    },
    close: (group, error) => close(book, group, error && { ...error, message: mask.text(error.message) }),
    cases: () => [...byItem.values()].flatMap(({ one }) => finished.get(one.id) ?? []),
  };
}

function openBook({ plan, placeOf, onCase, variables, secrets = [] }: RunOptions): Book {
  const entries = plan.groups
    .flatMap((group) => group.cases.map((one) => ({ one, group })))
    .map((entry, seq) => ({ ...entry, seq }));
  const byItem = new Map(entries.map((entry) => [itemId(plan.suite, entry.one.id), entry]));
  const finished = new Map<string, CaseRun>();
  const record: Book["finish"] = ({ one, group }, attempt) => {
    const run = caseRun(one, { group, place: placeOf(one), attempts: attempt ? [attempt] : [] });
    finished.set(one.id, run);
    onCase?.(run, byItem.get(itemId(plan.suite, one.id))?.seq ?? 0);
  };
  const finish: Book["finish"] = (entry, attempt) => {
    if (!finished.has(entry.one.id)) record(entry, attempt);
  };
  const correct: Book["correct"] = (entry, correction) => {
    const attempt = finished.get(entry.one.id)?.attempts.at(-1);
    const corrected = attempt && correction(attempt);
    if (corrected !== attempt) record(entry, corrected);
  };
  const mask = createMask([...secrets, ...passwordOf(variables.baseUrl ?? "")]);
  return {
    mask,
    every: plan.every,
    byItem,
    finished,
    finish,
    correct,
    running: new Map(),
    strays: new Map(),
    surplus: new Map(),
    repeated: new Map(),
  };
}

function note(book: Book, execution: Execution): void {
  const { byItem, mask, every, strays, surplus, repeated, finish } = book;
  const entry = byItem.get(execution.itemId);
  if (entry === undefined) return;
  const { one } = entry;
  const error = execution.error ?? strays.get(one.id);
  const late = surplus.get(one.id);
  const answered = attemptOf(one, error ? { ...execution, error } : execution, { mask, every });
  const attempt = late === undefined ? answered : withSurplus(answered, late, mask);
  if (!isSentAtWill(one)) finish(entry, attempt);
  // A clean-up runs once for each thing that is left, a job is polled to its end: the worst of it counts.
  else if (repeated.get(one.id)?.status !== "failed") repeated.set(one.id, attempt);
}

function close({ repeated, finished, running, finish }: Book, group: Group, error: ObservedError | undefined): void {
  const last = running.get(group);
  const broken = last && !finished.has(last.id) ? last : undefined;
  running.delete(group);
  for (const one of group.cases) {
    const done = repeated.get(one.id);
    // Nothing was left, or led anywhere: there was nothing to send, so there is nothing to report.
    if (isSentAtWill(one) && done === undefined && error === undefined) continue;
    const isSent = one.request !== undefined;
    finish({ one, group }, done ?? (isSent ? missingAttempt(reason(one, broken, error)) : undefined));
  }
}

/** Why a case never ended: it broke its group off, another one did, or nothing could be sent at all. */
function reason(one: Case, broken: Case | undefined, error: ObservedError | undefined) {
  const notRun = (message: string) => namedError({ code: "NOT_RUN", message }, "suite-not-run-zero");
  if (error === undefined) return notRun("Newman ended without running it");
  if (broken === undefined) return namedError(error, ruleOfError(error));
  if (broken.id === one.id) return namedError(error, "wire-run-hang-guard");
  return notRun(`not sent: its group broke off at "${broken.title}": ${error.message}`);
}
