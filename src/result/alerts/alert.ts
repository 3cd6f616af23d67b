import type { AlertText } from "../model.ts";

/** What became of a limit. */
export interface Alert extends AlertText {
  readonly suite: string;
  readonly environment: string;
  /** `unknown`: there was nothing to measure, or no history to compare with. It fails nothing. */
  readonly state: "kept" | "failed" | "unknown";
  /** What was measured, in the unit of the limit: `1.2 s`, `97.3 %`. */
  readonly actual?: string;
  /** A sentence: `p95 is 1.2 s, and must be < 800ms`. */
  readonly message: string;
}
