export type Signal = "SIGINT" | "SIGTERM";

/** The world outside of a command, so that a test can be it. */
export interface Io {
  /** The product: reports, JSON. */
  readonly stdout: (text: string) => void;
  /** The talk: progress, diagnostics. */
  readonly stderr: (text: string) => void;
  readonly color: boolean;
  readonly width: number;
  /** Whether someone watches stderr. */
  readonly isInteractive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls back for each signal that asks to stop; returns how to stop listening. */
  readonly onSignal: (listener: (signal: Signal) => void) => () => void;
  /** Resolves when the user asks a serving command to stop. */
  readonly untilStopped: () => Promise<void>;
}
