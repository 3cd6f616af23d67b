import type { CaseResult } from "../../result/result.ts";
import type { Trouble } from "../common/troubles.ts";

/** What stands at the head of a test suite, before its cases. */
export interface Counts {
  readonly tests: number;
  readonly errors: number;
  readonly skipped: number;
  readonly failures: number;
  readonly timeMs: number;
}

/** What a case is to JUnit, which knows four things. A known deviation is let pass, and does not look green. */
export function verdictOf({ outcome, known }: CaseResult): "passed" | "failure" | "error" | "skipped" {
  if (outcome === "passed" || outcome === "flaky") return "passed";
  if (outcome === "errored") return "error";
  return outcome === "failed" && known === undefined ? "failure" : "skipped";
}

export function countCases(cases: ReadonlyArray<CaseResult>): Counts {
  const verdicts = cases.map(verdictOf);
  const count = (verdict: (typeof verdicts)[number]) => verdicts.filter((each) => each === verdict).length;
  return {
    tests: cases.length,
    errors: count("error"),
    skipped: count("skipped"),
    failures: count("failure"),
    timeMs: cases.reduce((total, one) => total + one.durationMs, 0),
  };
}

export function countTroubles(troubles: ReadonlyArray<Trouble>): Counts {
  const errors = troubles.filter(({ kind }) => kind === "broken").length;
  const failures = troubles.filter(({ level }) => level === "error").length - errors;
  return { tests: troubles.length, errors, skipped: 0, failures, timeMs: 0 };
}

export function sumOf(all: ReadonlyArray<Counts>): Counts {
  const sum = (name: keyof Counts) => all.reduce((total, each) => total + each[name], 0);
  const [tests, errors, skipped] = [sum("tests"), sum("errors"), sum("skipped")];
  return { tests, errors, skipped, failures: sum("failures"), timeMs: sum("timeMs") };
}

/** `0.812`: Surefire allows three digits after the point. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
