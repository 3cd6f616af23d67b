import type { Run } from "./model.ts";
import type { Result, SuiteResult } from "./result.ts";
import { resultOf } from "./result-of.ts";

/** What a command says to the shell. */
export const exitCodes = {
  /** All proven; unproven, skipped and flaky cases are allowed. */
  proven: 0,
  /** A check failed, of a case or of the suite. */
  failed: 1,
  /** A mistake in the manifest or on the command line. */
  badInput: 2,
  /** The run broke: its answer is worth nothing, so this wins over a failed check. */
  broken: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit code that a run deserves. */
export function exitCode(run: Run, options: ExitOptions = {}): ExitCode {
  return exitCodeOf(resultOf(run), options);
}

export interface ExitOptions {
  readonly failOnFlaky?: boolean;
}

/** The exit code that a result deserves. */
export function exitCodeOf({ suites, broken }: Result, { failOnFlaky = false }: ExitOptions = {}): ExitCode {
  const all = new Set(suites.flatMap(({ outline }) => [...new Set(outline.map(({ outcome }) => outcome))]));
  if (broken.length > 0 || all.has("errored")) return exitCodes.broken;
  if (failOnFlaky && all.has("flaky")) return exitCodes.failed;
  if (all.has("failed") || suites.some((suite) => hasFailed(suite) || provesNothing(suite))) return exitCodes.failed;
  return exitCodes.proven;
}

function hasFailed({ findings }: SuiteResult): boolean {
  return findings.some(({ level }) => level === "error");
}

/** What rests on a case that was left out on purpose is left out with it; anything else inconclusive must not look green. */
function provesNothing({ outline }: SuiteResult): boolean {
  const became = new Map(outline.map(({ id, outcome }) => [id, outcome]));
  return outline.some(({ outcome, because = "" }) => {
    const root = became.get(because);
    return outcome === "inconclusive" && root !== "skipped" && root !== "unproven";
  });
}
