import type { CaseRun } from "./model.ts";

/** Errors of the run that say that the case's request was not sent, or that its answer was not waited for. */
const codes: ReadonlySet<string> = new Set(["NOT_RUN", "ABORTED", "WORKER_DIED"]);

/** Whether all that is known of a case is that the run did not come to it. */
export function isNeverSent({ attempts }: CaseRun): boolean {
  return codes.has(attempts.at(-1)?.error?.code ?? "");
}
