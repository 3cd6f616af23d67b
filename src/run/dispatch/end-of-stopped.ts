import type { JobEnd } from "../ledger/ledger.ts";
import type { RunControl } from "./control.ts";

/** All that is left for the cases of a run that was stopped; undefined: it was not. */
export function endOfStopped(control: RunControl): JobEnd | undefined {
  const order = control.order();
  if (order === undefined) return undefined;
  const message = `not sent: ${order.reason}`;
  if (!order.isFailure) return { kind: "stopped", reason: message };
  return { kind: "broken", error: { code: "NOT_RUN", message } };
}

/** How a job ended, in a run that may have been stopped: Newman only knows that it was told to end. */
export function endWithReason(end: JobEnd, control: RunControl): JobEnd {
  if (end.kind !== "broken") return endOfStopped(control) ?? end;
  const order = control.order();
  return order && end.error.code === "ABORTED" ? { ...end, error: { ...end.error, message: order.reason } } : end;
}
