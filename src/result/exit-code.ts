import { blames } from "./blame.ts";
import type { Run } from "./model.ts";
import { outcomes } from "./outcome.ts";
import { suiteFindings } from "./suite/suite-findings.ts";

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
export function exitCode(run: Run, { failOnFlaky = false }: { readonly failOnFlaky?: boolean } = {}): ExitCode {
  const became = outcomes(run.cases);
  const all = [...became.values()];
  if (run.broken !== undefined || all.includes("errored")) return exitCodes.broken;
  if (failOnFlaky && all.includes("flaky")) return exitCodes.failed;
  if (all.includes("failed") || suiteFindings(run).some(({ level }) => level === "error")) return exitCodes.failed;
  const blamed = blames(run.cases);
  for (const [id, outcome] of became) {
    if (outcome !== "inconclusive") continue;
    const root = became.get(blamed.get(id) ?? "");
    // What rests on a case that was left out on purpose is left out with it; anything else inconclusive must not look green.
    if (root !== "skipped" && root !== "unproven") return exitCodes.failed;
  }
  return exitCodes.proven;
}
