import type { CaseRun } from "../../result/model.ts";
import { createRate, type Rate } from "./rate.ts";

/** How far a run has come, at one moment. */
export interface ProgressState {
  readonly done: number;
  /** Never less than what is done and what is in flight. */
  readonly total: number;
  /** Whose last attempt did not pass, but for those that are in flight again. */
  readonly failed: number;
  /** That passed, and not at once. */
  readonly flaky: number;
  /** That did not pass and are in flight again. */
  readonly retrying: number;
  /** Absent while it is a guess. */
  readonly perSecond?: number;
  /** Absent while it is a guess. */
  readonly leftMs?: number;
  /** What has been in flight for longest, where that is long. */
  readonly slowest?: { readonly title: string; readonly ms: number };
}

/** Counts what a run does. */
export interface Tally {
  readonly expect: (total: number) => void;
  readonly begin: (id: string, title: string) => void;
  readonly leave: (id: string) => void;
  readonly step: (one: CaseRun) => void;
  readonly state: () => ProgressState;
}

type Verdict = "fine" | "failed" | "flaky";

interface Flight {
  readonly title: string;
  readonly since: number;
}

interface Book {
  readonly verdicts: Map<string, Verdict>;
  readonly counts: Record<Verdict, number>;
  /** The oldest first: a map keeps the order in which its keys came. */
  readonly inFlight: Map<string, Flight>;
  readonly rate: Rate;
}

const slowMs = 1000;
const unknownMs = 2000;

/** A tally that costs nothing per case, however many cases there are. */
export function createTally(now: () => number): Tally {
  const book: Book = {
    verdicts: new Map(),
    counts: { fine: 0, failed: 0, flaky: 0 },
    inFlight: new Map(),
    rate: createRate(),
  };
  let expected = 0;
  let startedAt: number | undefined;
  return {
    expect: (total) => {
      expected = total;
      startedAt ??= now();
    },
    begin: (id, title) => {
      book.inFlight.delete(id);
      book.inFlight.set(id, { title, since: now() });
    },
    leave: (id) => void book.inFlight.delete(id),
    step: (one) => step(book, one),
    state: () => {
      const at = now();
      const isKnown = startedAt !== undefined && at - startedAt >= unknownMs;
      return stateOf(book, { at, expected, isKnown });
    },
  };
}

function step({ verdicts, counts, inFlight }: Book, one: CaseRun): void {
  const before = verdicts.get(one.id);
  const verdict = verdictOf(one);
  if (before !== undefined) counts[before] -= 1;
  counts[verdict] += 1;
  verdicts.set(one.id, verdict);
  inFlight.delete(one.id);
}

function verdictOf({ attempts, skipped, unproven }: CaseRun): Verdict {
  const last = attempts.at(-1);
  // No attempt and no reason for it: it never reported.
  if (last === undefined) return skipped === undefined && unproven === undefined ? "failed" : "fine";
  if (last.status !== "passed") return "failed";
  return attempts.every(({ status }) => status === "passed") ? "fine" : "flaky";
}

interface Moment {
  readonly at: number;
  readonly expected: number;
  /** It has run for long enough to say how long it will take. */
  readonly isKnown: boolean;
}

function stateOf({ verdicts, counts, inFlight, rate }: Book, { at, expected, isKnown }: Moment): ProgressState {
  const done = verdicts.size;
  const flying = [...inFlight.keys()].map((id) => verdicts.get(id));
  const retrying = flying.filter((verdict) => verdict === "failed").length;
  // Clean-ups come as they are needed, and nobody has counted them before.
  const total = Math.max(expected, done + flying.filter((verdict) => verdict === undefined).length);
  const perSecond = rate.sample(at, done);
  const [oldest] = inFlight.values();
  return {
    done,
    total,
    failed: counts.failed - retrying,
    flaky: counts.flaky,
    retrying,
    ...(perSecond !== undefined && { perSecond }),
    ...(isKnown && perSecond && done < total && { leftMs: ((total - done) * 1000) / perSecond }),
    ...(oldest && at - oldest.since > slowMs && { slowest: { title: oldest.title, ms: at - oldest.since } }),
  };
}
