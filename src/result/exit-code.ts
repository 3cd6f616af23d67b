import type { Run } from "./model.ts";
import type { CaseResult, Result, SuiteResult } from "./result.ts";
import { resultOf } from "./result-of.ts";

/** What a command says to the shell. */
export const exitCodes = {
  /** All proven; unproven, skipped and flaky cases are allowed. */
  proven: 0,
  /** A check failed, of a case or of the suite; or an alert; or what is known does not occur any more. */
  failed: 1,
  /** A mistake in the manifest or on the command line. */
  badInput: 2,
  /** The run broke: its answer is worth nothing, so this wins over a failed check. */
  broken: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code that a run deserves which is held against nothing. */
export function exitCode(run: Run, options: ExitOptions = {}): ExitCode {
  return exitCodeOf(resultOf(run), options);
}

export interface ExitOptions {
  readonly failOnFlaky?: boolean;
}

/** The exit code that a result deserves, with all that it was held against. */
export function exitCodeOf(result: Result, { failOnFlaky = false }: ExitOptions = {}): ExitCode {
  const { suites, broken, alerts, baseline } = result;
  if (broken.length > 0 || suites.some(({ outline }) => outline.some(({ outcome }) => outcome === "errored"))) {
    return exitCodes.broken;
  }
  const isRed =
    suites.some((suite) => hasFailed(suite, failOnFlaky)) ||
    alerts.some(({ state }) => state === "failed") ||
    // Or the file would grow old, and let pass what was mended and broke again.
    (baseline !== undefined && baseline.gone.length + baseline.expired.length > 0);
  return isRed ? exitCodes.failed : exitCodes.proven;
}

function hasFailed({ outline, findings }: SuiteResult, failOnFlaky: boolean): boolean {
  if (findings.some(({ level, known }) => level === "error" && known === undefined)) return true;
  const byId = new Map(outline.map((one) => [one.id, one]));
  return outline.some((one) => {
    if (one.outcome === "failed") return one.known === undefined;
    if (one.outcome === "flaky") return failOnFlaky;
    return one.outcome === "inconclusive" && !isLeftOut(byId.get(one.because ?? ""));
  });
}

/** What rests on a case that was left out on purpose, or is let pass, goes with it; anything else inconclusive must not look green. */
export function isLeftOut(root: CaseResult | undefined): boolean {
  return root?.outcome === "skipped" || root?.outcome === "unproven" || root?.known !== undefined;
}
