import { createRunControl, type RunControl } from "../../run/dispatch/control.ts";
import type { Io, Signal } from "../io.ts";

/** What the shell is told of a signal: 128 and its number. */
const signalCodes: Readonly<Record<Signal, number>> = { SIGINT: 130, SIGTERM: 143 };

export interface SignalStop {
  readonly control: RunControl;
  /** Absent: no signal came. */
  readonly exitCode: () => number | undefined;
  readonly end: () => void;
}

/** The first signal stops the run when what is in flight has ended; the second one at once. */
export function stopOnSignal(io: Io): SignalStop {
  const control = createRunControl();
  let code: number | undefined;
  const end = io.onSignal((signal) => {
    if (code === undefined) {
      io.stderr(`\nstopping: what is in flight may end, and what was created is deleted; once more to stop at once\n`);
      control.stop(`the run was stopped by ${signal}`);
    } else control.abort(`the run was stopped by ${signal}`);
    code ??= signalCodes[signal];
  });
  return { control, exitCode: () => code, end };
}
