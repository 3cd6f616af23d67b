import type { Case, Group } from "../../plan/model.ts";
import type { Attempt, CaseRun } from "../../result/model.ts";
import { caseRun } from "../case-run.ts";
import type { Job } from "../dispatch/job.ts";
import type { Mask } from "../mask.ts";
import type { Suite } from "../suite.ts";
import { createIntern } from "./intern.ts";

export interface LedgerOptions {
  readonly suites: ReadonlyArray<Suite>;
  /** What is known of cases before anything is sent, by case id. */
  readonly finished: ReadonlyMap<string, CaseRun>;
  /** Called as each case ends, with its place in the plan; again, where something else became of it later. */
  readonly onCase: (run: CaseRun, seq: number) => void;
  /** Whoever is told of the cases keeps them: what is known of them is forgotten soon after their job is done. */
  readonly isToldOnly?: boolean;
}

/** A case with its place in the run. */
export interface Entry {
  readonly suite: number;
  readonly one: Case;
  readonly group: Group;
  readonly seq: number;
}

/** What is known of a case. */
export interface CaseRecord {
  /** Of the runs of its job that were made again. */
  past: ReadonlyArray<Attempt>;
  current: Attempt | undefined;
  /** What counts if its job is not run again after all. */
  previous: Attempt | undefined;
  /** What came after its response; it may come before the script has ended. */
  surplus: string | undefined;
  /** It has failed for good: what a later run of its job gives is nothing to it. */
  isFinal: boolean;
  /** Why it was left out, where the run was stopped. */
  skipped: string | undefined;
}

export interface Book {
  readonly entries: ReadonlyArray<Entry>;
  readonly entryOf: (suite: number, key: string) => Entry | undefined;
  readonly entryOfCase: (suite: number, one: Case) => Entry;
  readonly recordOf: (suite: number, one: Case) => CaseRecord;
  readonly maskOf: (suite: number) => Mask;
  /** The case that a job came to last. */
  readonly running: Map<Job, Case>;
  readonly isRecorded: (entry: Entry) => boolean;
  /** Tells the world what is known of the case. */
  readonly record: (entry: Entry) => void;
  readonly cases: () => ReadonlyArray<CaseRun>;
  /** Drops what is known of the case but that it was recorded. */
  readonly drop: (entry: Entry) => void;
}

export function openBook({ suites, finished, onCase, isToldOnly = false }: LedgerOptions): Book {
  const intern = createIntern();
  const entries = suites
    .flatMap(({ plan }, suite) => plan.groups.flatMap((group) => group.cases.map((one) => ({ suite, one, group }))))
    .map((entry, seq) => ({ ...entry, seq }));
  const byKey = suites.map(
    ({ keyOf }, at) => new Map(entries.filter(({ suite }) => suite === at).map((entry) => [keyOf(entry.one), entry])),
  );
  const records = entries.map(emptyRecord);
  const runs: (CaseRun | undefined)[] = entries.map(({ one }) => finished.get(one.id));
  const isRecorded = runs.map((run) => run !== undefined);
  const entryOf: Book["entryOf"] = (suite, key) => byKey[suite]?.get(key);
  const entryOfCase: Book["entryOfCase"] = (suite, one) => known(entryOf(suite, known(suites[suite]).keyOf(one)));
  return {
    entries,
    entryOf,
    entryOfCase,
    recordOf: (suite, one) => known(records[entryOfCase(suite, one).seq]),
    maskOf: (suite) => known(suites[suite]).mask,
    running: new Map(),
    isRecorded: ({ seq }) => isRecorded[seq] === true,
    record: ({ suite, one, group, seq }) => {
      const record = known(records[seq]);
      if (record.current) record.current = intern(record.current);
      const attempts = [...record.past, ...(record.current ? [record.current] : [])];
      const skipped = attempts.length === 0 ? record.skipped : undefined;
      const run = caseRun(asItTurnedOut(one, skipped, attempts.at(-1)), {
        group,
        suite: suites.length > 1 ? suites[suite]?.plan.suite : undefined,
        place: known(suites[suite]).placeOf(one),
        attempts,
      });
      if (!isToldOnly) runs[seq] = run;
      isRecorded[seq] = true;
      onCase(run, seq);
    },
    cases: () => runs.filter((run) => run !== undefined),
    drop: ({ seq }) => {
      if (isToldOnly) records[seq] = emptyRecord();
    },
  };
}

function emptyRecord(): CaseRecord {
  return {
    past: [],
    current: undefined,
    previous: undefined,
    surplus: undefined,
    isFinal: false,
    skipped: undefined,
  };
}

/** A request that asserts nothing proves nothing, whatever came; one that does is not unproven any more. */
function asItTurnedOut(one: Case, skipped: string | undefined, last: Attempt | undefined): Case {
  const { unproven, ...rest } = one;
  // It was left out for a reason of its own.
  if (skipped !== undefined) return { ...rest, skipped };
  const isProven = last !== undefined && (last.checks.length > 0 || last.status !== "passed");
  return isProven || unproven === undefined ? rest : one;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a case that is in no plan");
  return value;
}
